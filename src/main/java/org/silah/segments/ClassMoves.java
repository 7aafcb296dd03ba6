package org.silah.segments;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of moves between classes. Reads only; {@link Ranking} writes them. */
@Repository
class ClassMoves {

  private final JdbcClient db;

  ClassMoves(JdbcClient db) {
    this.db = db;
  }

  List<ClassMove> newest(PartyId party, int limit) {
    return before(party, OffsetDateTime.MAX, limit);
  }

  /** Newest first. */
  List<ClassMove> before(PartyId party, Instant before, int limit) {
    return before(party, before.atOffset(ZoneOffset.UTC), limit);
  }

  private List<ClassMove> before(PartyId party, OffsetDateTime before, int limit) {
    return db.sql("""
        select from_class, to_class, at, cause
        from segments.class_move
        where party_id = ?
        and at < ?
        order by at desc, id desc
        limit ?""")
        .params(party.value(), before, limit)
        .query((row, _) -> new ClassMove(valueClass(row.getString("from_class")), valueClass(row.getString("to_class")),
            row.getObject("at", OffsetDateTime.class).toInstant(), Cause.of(row.getString("cause"))))
        .list();
  }

  private static @Nullable ValueClass valueClass(@Nullable String code) {
    return code == null ? null : ValueClass.of(code);
  }
}
