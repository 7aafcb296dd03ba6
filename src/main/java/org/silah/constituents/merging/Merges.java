package org.silah.constituents.merging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which clients became one. The store of {@code constituents.merge}. */
@Repository
class Merges {

  private final JdbcClient db;

  Merges(JdbcClient db) {
    this.db = db;
  }

  void add(Merge merge) {
    db.sql("""
        insert into constituents.merge (id, kept_id, gone_id, theirs, merged_at, merged_by)
        values (?, ?, ?, ?, ?, ?)""")
        .params(merge.id(), merge.kept().value(), merge.gone().value(), merge.codes(), merge.timestamp(), merge.by())
        .update();
  }

  void undone(UUID id, Instant at, String by) {
    db.sql("update constituents.merge set undone_at = ?, undone_by = ? where id = ?").params(Timestamp.from(at), by, id).update();
  }

  /** Holds it until the transaction ends. */
  Optional<Merge> findForUpdate(UUID id) {
    return db.sql("select * from constituents.merge where id = ? for update").param(id).query(Merges::read).optional();
  }

  Optional<Merge> find(UUID id) {
    return db.sql("select * from constituents.merge where id = ?").param(id).query(Merges::read).optional();
  }

  /** The newest first; also those that were undone. */
  List<Merge> into(PartyId kept) {
    return db.sql("select * from constituents.merge where kept_id = ? order by merged_at desc, id desc").param(kept.value()).query(Merges::read).list();
  }

  /** The numbers of their files, also of closed ones. */
  Map<PartyId, Long> numbers(Collection<PartyId> parties) {
    var numbers = new HashMap<PartyId, Long>();
    db.sql("select id, file_number from constituents.party where id = any (?)")
        .param(parties.stream().map(PartyId::value).toArray(UUID[]::new))
        .query((ResultSet row) -> {
          numbers.put(new PartyId(row.getObject("id", UUID.class)), row.getLong("file_number"));
        });
    return numbers;
  }

  private static Merge read(ResultSet row, int index) throws SQLException {
    var undone = row.getTimestamp("undone_at");
    return new Merge(
        row.getObject("id", UUID.class), new PartyId(row.getObject("kept_id", UUID.class)), new PartyId(row.getObject("gone_id", UUID.class)),
        Set.of((String[]) row.getArray("theirs").getArray()), row.getTimestamp("merged_at").toInstant(), row.getString("merged_by"),
        undone == null ? null : undone.toInstant());
  }
}
