package org.silah.insight;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who makes up each figure, as last counted. Reads only; {@link Counting} writes them. */
@Repository
class Members {

  private final JdbcClient db;
  private final Seen seen;

  Members(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /** @param gifts in the time that the figure looks at, as {@code baseMinor}, in minor units of the charity's currency */
  record Member(PartyId id, long fileNumber, String name, long gifts, long baseMinor, LocalDate lastOn) {

    /** Where the page after this row begins. */
    String cursor() {
      return baseMinor + "_" + id;
    }
  }

  /** The last row of the page before. */
  record Cursor(long baseMinor, UUID id) {

    static final Cursor START = new Cursor(Long.MAX_VALUE, new UUID(0, 0));

    /** Nothing for what is no cursor of ours: the list begins anew. */
    static Optional<Cursor> of(String text) {
      try {
        var parts = text.split("_", 2);
        return Optional.of(new Cursor(Long.parseLong(parts[0]), UUID.fromString(parts[1])));
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }
  }

  /** @param parties donors, or households where the figure counts those */
  record Count(long parties, long baseMinor) {

    static final Count NONE = new Count(0, 0);
  }

  Map<Figure, Count> counts() {
    var counts = new EnumMap<Figure, Count>(Figure.class);
    db.sql("select code, parties, base_minor from insight.figure").query(row -> {
      counts.put(Figure.of(row.getString("code")), new Count(row.getLong("parties"), row.getLong("base_minor")));
    });
    for (var figure : Figure.values()) {
      counts.putIfAbsent(figure, Count.NONE);
    }
    return counts;
  }

  /** Those in sight; who gave most stands first. */
  List<Member> page(Figure figure, Cursor after, int limit) {
    var query = Sql.of("""
        select m.party_id, p.file_number, p.display_name, m.gifts, m.base_minor, m.last_on
        from insight.member m
        join constituents.party p on p.id = m.party_id
        where m.figure = ?
        and (-m.base_minor, m.party_id) > (-?::bigint, ?)""", figure.code(), after.baseMinor(), after.id())
        .append(seen.only())
        .append("order by -m.base_minor, m.party_id limit ?", limit);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Member(new PartyId(row.getObject("party_id", UUID.class)), row.getLong("file_number"),
            row.getString("display_name"), row.getLong("gifts"), row.getLong("base_minor"), row.getObject("last_on", LocalDate.class)))
        .list();
  }
}
