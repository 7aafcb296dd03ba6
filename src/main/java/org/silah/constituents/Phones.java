package org.silah.constituents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers clients are called on; a family may share one. The store of {@code constituents.phone}. */
@Repository
class Phones {

  private final JdbcClient db;
  private final Recording recording;

  Phones(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  /** False if the client has this number already. */
  boolean add(PartyId party, PhoneNumber number, @Nullable String label, String source) {
    return db.sql("""
        insert into constituents.phone (party_id, e164, label, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(party.value(), number.e164(), label, source, recording.today(), recording.at(), recording.by())
        .update() > 0;
  }

  boolean remove(PartyId party, String e164) {
    return db.sql("delete from constituents.phone where party_id = ? and e164 = ?").params(party.value(), e164).update() > 0;
  }

  /** The newest first. */
  List<Phone> of(PartyId party) {
    return db.sql("select * from constituents.phone where party_id = ? order by as_of desc, recorded_at desc, e164")
        .param(party.value())
        .query((row, _) -> new Phone(
            new PhoneNumber(row.getString("e164")), row.getString("label"), row.getString("source"), row.getDate("as_of").toLocalDate(),
            row.getString("recorded_by")))
        .list();
  }
}
