package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches of the whole base, one at a time. The only class that touches {@code duplicate_search}. */
@Repository
class DuplicateSearches {

  private final JdbcClient db;
  private final Clock clock;

  DuplicateSearches(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** False if one is underway already. */
  boolean begin(long clients, String by) {
    return db.sql("""
        insert into constituents.duplicate_search (id, state, parts, clients, begun_at, begun_by)
        values (?, 'learning', ?, ?, ?, ?)
        on conflict do nothing""")
        .params(Ids.next(), BaseSearch.parts(), clients, Timestamp.from(clock.instant()), by)
        .update() > 0;
  }

  Optional<DuplicateSearch> underway() {
    return db.sql("select * from constituents.duplicate_search where state <> 'done'").query(DuplicateSearches::read).optional();
  }

  /** Keeps it for this transaction, unless somebody else has it or went further with it than {@code seen}. */
  boolean hold(DuplicateSearch seen) {
    return db.sql("""
        select true
        from constituents.duplicate_search
        where id = ? and state = ? and done = ?
        for update skip locked""")
        .params(seen.id(), seen.state().code(), seen.done())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  Optional<DuplicateSearch> newest() {
    return db.sql("select * from constituents.duplicate_search order by begun_at desc limit 1").query(DuplicateSearches::read).optional();
  }

  void learnt(UUID id) {
    db.sql("update constituents.duplicate_search set state = 'searching' where id = ?").param(id).update();
  }

  void partsDone(UUID id, int done) {
    db.sql("update constituents.duplicate_search set done = ? where id = ?").params(done, id).update();
  }

  void finish(UUID id) {
    db.sql("update constituents.duplicate_search set state = 'done', finished_at = ? where id = ?").params(Timestamp.from(clock.instant()), id).update();
  }

  private static DuplicateSearch read(ResultSet row, int index) throws SQLException {
    var finished = row.getTimestamp("finished_at");
    return new DuplicateSearch(
        row.getObject("id", UUID.class), DuplicateSearch.State.of(row.getString("state")), row.getInt("done"), row.getInt("parts"), row.getLong("clients"),
        row.getTimestamp("begun_at").toInstant(), row.getString("begun_by"), finished == null ? null : finished.toInstant());
  }
}
