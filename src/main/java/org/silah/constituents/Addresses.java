package org.silah.constituents;

import java.util.List;
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
          source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(address.id(), party.value(), address.country(), address.region(), address.city(), address.district(), address.street(),
            address.building(), address.postcode(), address.shortCode(), address.source(), address.asOf(), recording.at(), recording.by())
        .update();
  }

  boolean remove(PartyId party, UUID id) {
    return db.sql("delete from constituents.address where party_id = ? and id = ?").params(party.value(), id).update() > 0;
  }

  /** The newest first. */
  public List<Address> of(PartyId party) {
    return db.sql("select * from constituents.address where party_id = ? order by as_of desc, recorded_at desc, id")
        .param(party.value())
        .query((row, _) -> new Address(
            row.getObject("id", UUID.class), row.getString("country"), row.getString("region"), row.getString("city"), row.getString("district"),
            row.getString("street"), row.getString("building"), row.getString("postcode"), row.getString("short_code"), row.getString("source"),
            row.getDate("as_of").toLocalDate()))
        .list();
  }
}
