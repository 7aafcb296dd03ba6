package org.silah.segments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The classes of donors as last computed. Reads only; {@link Ranking} writes them. */
@Repository
class DonorClasses {

  private final JdbcClient db;
  private final Seen seen;

  DonorClasses(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /** The last donor of the page before, in the order of the list. */
  record Cursor(long value, UUID id) {

    static final Cursor START = new Cursor(Long.MAX_VALUE, new UUID(0, 0));

    /** @throws IllegalArgumentException for the one number whose opposite is none: no value is so low */
    Cursor {
      if (value == Long.MIN_VALUE) {
        throw new IllegalArgumentException();
      }
    }

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

  /** Nothing for who is no donor, and for who became one since the pyramid was last computed. */
  Optional<Standing> find(PartyId party) {
    return db.sql("""
        select me.class, me.value, me.since, me.moved_from,
          m.rank + (
            select count(*)
            from segments.donor_class d
            where d.class = me.class
            and (-d.value, d.party_id) >= (-m.value, m.party_id)
            and (-d.value, d.party_id) < (-me.value, me.party_id)
          ) as rank
        from segments.donor_class me
        cross join lateral (
          select *
          from segments.rank_mark
          where class = me.class
          and (-value, party_id) <= (-me.value, me.party_id)
          order by rank desc
          limit 1
        ) m
        where me.party_id = ?""")
        .param(party.value())
        .query((row, _) -> new Standing(ValueClass.of(row.getString("class")), row.getLong("rank"), row.getLong("value"),
            row.getObject("since", OffsetDateTime.class).toInstant(), movedFrom(row)))
        .optional();
  }

  Map<PartyId, ValueClass> of(Collection<PartyId> parties) {
    var classes = new HashMap<PartyId, ValueClass>();
    db.sql("select party_id, class from segments.donor_class where party_id = any (?)")
        .param(parties.stream().map(PartyId::value).toArray(UUID[]::new))
        .query(row -> {
          classes.put(new PartyId(row.getObject("party_id", UUID.class)), ValueClass.of(row.getString("class")));
        });
    return classes;
  }

  /** Those in sight, from the highest value down. */
  List<ClassedDonor> page(ValueClass of, Cursor after, int limit) {
    var query = Sql.of("""
        select d.party_id, p.file_number, p.display_name, d.value, d.since, d.moved_from
        from segments.donor_class d
        join constituents.party p on p.id = d.party_id
        where d.class = ?
        and (-d.value, d.party_id) > (-?::bigint, ?)""", of.code(), after.value(), after.id())
        .append(seen.only())
        .append("order by -d.value, d.party_id limit ?", limit);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new ClassedDonor(new PartyId(row.getObject("party_id", UUID.class)), row.getLong("file_number"),
            row.getString("display_name"), row.getLong("value"), row.getObject("since", OffsetDateTime.class).toInstant(), movedFrom(row)))
        .list();
  }

  private static @Nullable ValueClass movedFrom(ResultSet row) throws SQLException {
    var code = row.getString("moved_from");
    return code == null ? null : ValueClass.of(code);
  }
}
