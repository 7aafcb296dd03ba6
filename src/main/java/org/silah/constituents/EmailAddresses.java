package org.silah.constituents;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where clients are written to. The store of {@code constituents.email}. */
@Repository
class EmailAddresses {

  private final JdbcClient db;
  private final Recording recording;

  EmailAddresses(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  /** False if the client has this address already, in capitals or not. */
  boolean add(PartyId party, String address, @Nullable String label, String source) {
    return db.sql("""
        insert into constituents.email (party_id, address, label, source, as_of, recorded_at, recorded_by)
        select ?, ?, ?, ?, ?, ?, ?
        where not exists (select 1 from constituents.email where party_id = ? and lower(address) = lower(?))""")
        .params(party.value(), address, label, source, recording.today(), recording.at(), recording.by(), party.value(), address)
        .update() > 0;
  }

  boolean remove(PartyId party, String address) {
    return db.sql("delete from constituents.email where party_id = ? and address = ?").params(party.value(), address).update() > 0;
  }

  /** The newest first: the one we write to. */
  List<EmailAddress> of(PartyId party) {
    return db.sql("select * from constituents.email where party_id = ? order by as_of desc, recorded_at desc, address")
        .param(party.value())
        .query((row, _) -> new EmailAddress(
            row.getString("address"), row.getString("label"), row.getString("source"), row.getDate("as_of").toLocalDate(),
            row.getString("recorded_by")))
        .list();
  }

  Optional<String> newest(PartyId party) {
    return db.sql("""
        select e.address
        from constituents.email e
        where e.party_id = ?
        order by e.as_of desc, e.recorded_at desc, e.address
        limit 1""")
        .param(party.value())
        .query(String.class)
        .optional();
  }
}
