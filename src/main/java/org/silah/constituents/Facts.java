package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was learned of clients, the former beside the present. The store of {@code constituents.fact}. */
@Repository
class Facts {

  private final JdbcClient db;
  private final Recording recording;

  Facts(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  /** The present ones; a code that no field has any more is left out. What is sensitive comes without its value. */
  Map<Field, Fact> present(PartyId party) {
    var present = new EnumMap<Field, Fact>(Field.class);
    db.sql("select * from constituents.fact where party_id = ? and superseded_at is null")
        .param(party.value())
        .query((ResultSet row) -> {
          var field = Field.of(row.getString("code"));
          if (field.isPresent()) {
            present.put(field.get(), read(field.get(), row, field.get().sensitive() != null));
          }
        });
    return present;
  }

  /** Puts the new beside the old, which stays as what was believed until now. */
  void put(PartyId party, Field field, String value, String source) {
    end(party, field);
    db.sql("""
        insert into constituents.fact (id, party_id, code, value, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Ids.next(), party.value(), field.code(), value, source, recording.today(), recording.at(), recording.by())
        .update();
  }

  void end(PartyId party, Field field) {
    db.sql("update constituents.fact set superseded_at = ? where party_id = ? and code = ? and superseded_at is null")
        .params(recording.at(), party.value(), field.code())
        .update();
  }

  /** The present one with its value, whatever it is: for {@link Looks}, and to compare with what is written. */
  Optional<Fact> look(PartyId party, Field field) {
    return db.sql("select * from constituents.fact where party_id = ? and code = ? and superseded_at is null")
        .params(party.value(), field.code())
        .query((row, _) -> read(field, row, false))
        .optional();
  }

  private static Fact read(Field field, ResultSet row, boolean withheld) throws SQLException {
    return new Fact(field, withheld ? "" : row.getString("value"), row.getString("source"), row.getDate("as_of").toLocalDate(),
        row.getTimestamp("recorded_at").toInstant(), row.getString("recorded_by"));
  }
}
