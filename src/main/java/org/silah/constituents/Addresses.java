package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where clients live and work. The store of {@code constituents.address}. */
@Repository
public class Addresses {

  private final JdbcClient db;
  private final Recording recording;

  Addresses(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  void add(PartyId party, Address address) {
    db.sql("""
        insert into constituents.address (id, party_id, country, region, city, district, street, building, postcode, short_code,
          protected, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(address.id(), party.value(), address.country(), address.region(), address.city(), address.district(), address.street(),
            address.building(), address.postcode(), address.shortCode(), address.sheltered(), address.source(), address.asOf(), recording.at(), recording.by())
        .update();
  }

  boolean remove(PartyId party, UUID id) {
    return db.sql("delete from constituents.address where party_id = ? and id = ?").params(party.value(), id).update() > 0;
  }

  /** @return whether anything changed */
  boolean shelter(PartyId party, UUID id, boolean sheltered) {
    return db.sql("update constituents.address set protected = ? where party_id = ? and id = ? and protected <> ?")
        .params(sheltered, party.value(), id, sheltered)
        .update() > 0;
  }

  /** The newest first; those under protection without where they are. */
  public List<Address> of(PartyId party) {
    return db.sql("select * from constituents.address where party_id = ? order by as_of desc, recorded_at desc, id")
        .param(party.value())
        .query((row, _) -> row.getBoolean("protected") ? read(row).withheld() : read(row))
        .list();
  }

  /** With where it is, whatever it is: for {@link Looks}. */
  Optional<Address> look(PartyId party, UUID id) {
    return db.sql("select * from constituents.address where party_id = ? and id = ?").params(party.value(), id).query((row, _) -> read(row)).optional();
  }

  private static Address read(ResultSet row) throws SQLException {
    return new Address(
        row.getObject("id", UUID.class), row.getString("country"), row.getString("region"), row.getString("city"), row.getString("district"),
        row.getString("street"), row.getString("building"), row.getString("postcode"), row.getString("short_code"), row.getBoolean("protected"),
        row.getString("source"), row.getDate("as_of").toLocalDate(), row.getString("recorded_by"));
  }
}
