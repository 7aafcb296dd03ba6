package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.likeness.Evidence;
import org.silah.constituents.likeness.Level;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Pairs of clients to be looked at, and what people decided of them. The only class that touches {@code duplicate_pair} and {@code duplicate_decision}. */
@Repository
class Proposals {

  private final JdbcClient db;
  private final JsonMapper json;
  private final Seen seen;
  private final Clock clock;

  Proposals(JdbcClient db, JsonMapper json, Seen seen, Clock clock) {
    this.db = db;
    this.json = json;
    this.seen = seen;
    this.clock = clock;
  }

  /** Behind which pair a page begins. */
  record Place(float bits, UUID a, UUID b) {

    static final Place FIRST = new Place(Float.POSITIVE_INFINITY, new UUID(0, 0), new UUID(0, 0));

    static Place of(Proposal last) {
      return new Place((float) last.bits(), last.a(), last.b());
    }

    /** As {@link #text} wrote it; nothing for anything else. */
    static Optional<Place> read(String text) {
      try {
        var parts = text.split("_");
        return Optional.of(new Place(Float.intBitsToFloat(Integer.parseUnsignedInt(parts[0], 16)), UUID.fromString(parts[1]), UUID.fromString(parts[2])));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        return Optional.empty();
      }
    }

    String text() {
      return Integer.toHexString(Float.floatToIntBits(bits)) + "_" + a + "_" + b;
    }
  }

  /** Those that a person has not decided, in the place of what was proposed of the same clients before. */
  int propose(Collection<Proposal> proposals) {
    if (proposals.isEmpty()) {
      return 0;
    }
    var some = List.copyOf(proposals);
    return db.sql("""
        insert into constituents.duplicate_pair (a, b, band, chance, bits, seen, found_at)
        select n.a, n.b, n.band, n.chance, n.bits, n.seen::jsonb, ?
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::real[], ?::real[], ?::text[]) as n (a, b, band, chance, bits, seen)
        where not exists (select 1 from constituents.duplicate_decision d where d.a = n.a and d.b = n.b)
          and (select count(*) from constituents.party p where p.id in (n.a, n.b) and p.removed_at is null) = 2
        order by n.a, n.b
        on conflict (a, b) do update set band = excluded.band, chance = excluded.chance, bits = excluded.bits, seen = excluded.seen, found_at = excluded.found_at""")
        .params(
            Timestamp.from(clock.instant()), some.stream().map(Proposal::a).toArray(UUID[]::new), some.stream().map(Proposal::b).toArray(UUID[]::new),
            some.stream().map(proposal -> proposal.band().code()).toArray(String[]::new),
            some.stream().map(proposal -> (float) proposal.chance()).toArray(Float[]::new),
            some.stream().map(proposal -> (float) proposal.bits()).toArray(Float[]::new),
            some.stream().map(proposal -> json.writeValueAsString(facts(proposal.reasons()))).toArray(String[]::new))
        .update();
  }

  /** What was proposed of these clients, of whom something changed. */
  void withdraw(Collection<UUID> parties) {
    var all = parties.toArray(UUID[]::new);
    db.sql("delete from constituents.duplicate_pair where a = any (?) or b = any (?)").params(all, all).update();
  }

  /** What no search has found since. */
  void withdrawOlder(Timestamp than) {
    db.sql("delete from constituents.duplicate_pair where found_at < ?").param(than).update();
  }

  /** A person says that they are two: kept for ever, and not proposed again. */
  void keepApart(UUID one, UUID other, String reason, String by) {
    boolean ordered = Proposal.ORDER.compare(one, other) < 0;
    var a = ordered ? one : other;
    var b = ordered ? other : one;
    db.sql("""
        insert into constituents.duplicate_decision (a, b, reason, decided_at, decided_by)
        values (?, ?, ?, ?, ?)
        on conflict (a, b) do nothing""")
        .params(a, b, reason, Timestamp.from(clock.instant()), by)
        .update();
    db.sql("delete from constituents.duplicate_pair where a = ? and b = ?").params(a, b).update();
  }

  /**
   * What was decided of one client is decided of another too.
   *
   * @return the clients of whom that had not been decided before
   */
  List<UUID> alsoApart(UUID another, UUID one) {
    return db.sql("""
        insert into constituents.duplicate_decision (a, b, reason, decided_at, decided_by)
        select least(o.other, k.id), greatest(o.other, k.id), o.reason, o.decided_at, o.decided_by
        from (
          select case when d.a = :one then d.b else d.a end as other, d.reason, d.decided_at, d.decided_by
          from constituents.duplicate_decision d
          where :one in (d.a, d.b)) o
        cross join (select cast(:another as uuid) as id) k
        where o.other <> k.id
        on conflict do nothing
        returning case when a = :another then b else a end""")
        .param("one", one)
        .param("another", another)
        .query(UUID.class)
        .list();
  }

  void undecide(UUID one, UUID other) {
    db.sql("delete from constituents.duplicate_decision where a = least(?::uuid, ?::uuid) and b = greatest(?::uuid, ?::uuid)").params(one, other, one, other).update();
  }

  /** Why people said that some of these are two. */
  List<String> saidApart(Collection<UUID> parties) {
    var all = parties.toArray(UUID[]::new);
    return db.sql("select reason from constituents.duplicate_decision where a = any (?) and b = any (?) order by decided_at").params(all, all).query(String.class).list();
  }

  /** Nothing if either is out of sight. */
  Optional<Proposal> find(PartyId one, PartyId other) {
    boolean ordered = Proposal.ORDER.compare(one.value(), other.value()) < 0;
    var query = inSight(Sql.of("""
        select d.*, d.seen::text as reasons
        from constituents.duplicate_pair d
        where d.a = ? and d.b = ?""", ordered ? one.value() : other.value(), ordered ? other.value() : one.value()));
    return db.sql(query.text()).params(query.values()).query(this::read).optional();
  }

  /** Those of clients in sight, the likeliest first, behind a place. */
  List<Proposal> page(Optional<Place> after, int limit) {
    var place = after.orElse(Place.FIRST);
    var query = inSight(Sql.of("""
        select d.*, d.seen::text as reasons
        from constituents.duplicate_pair d
        where (-d.bits, d.a, d.b) > (?::real, ?, ?)""", -place.bits, place.a, place.b))
        .append("order by -d.bits, d.a, d.b limit ?", limit);
    return db.sql(query.text()).params(query.values()).query(this::read).list();
  }

  List<Proposal> of(PartyId party) {
    var query = inSight(Sql.of("""
        select d.*, d.seen::text as reasons
        from constituents.duplicate_pair d
        where ? in (d.a, d.b)""", party.value())).append("order by -d.bits, d.a, d.b limit 20");
    return db.sql(query.text()).params(query.values()).query(this::read).list();
  }

  private Sql inSight(Sql query) {
    return seen.isWhole() ? query : query
        .append("and exists (select 1 from constituents.party p where p.id = d.a").append(seen.only()).append(")")
        .append("and exists (select 1 from constituents.party p where p.id = d.b").append(seen.only()).append(")");
  }

  Map<Band, Long> counts() {
    var counts = new LinkedHashMap<Band, Long>();
    db.sql("select band, count(*) as pairs from constituents.duplicate_pair group by band").query((ResultSet row) -> {
      counts.put(Band.of(row.getString("band")), row.getLong("pairs"));
    });
    return counts;
  }

  private Proposal read(ResultSet row, int index) throws SQLException {
    var reasons = new ArrayList<Proposal.Reason>();
    for (var reason : json.readTree(row.getString("reasons"))) {
      reasons.add(new Proposal.Reason(
          Evidence.valueOf(reason.get("of").asString().toUpperCase(java.util.Locale.ROOT)), Level.valueOf(reason.get("level").asString().toUpperCase(java.util.Locale.ROOT)),
          reason.get("bits").asDouble()));
    }
    return new Proposal(
        row.getObject("a", UUID.class), row.getObject("b", UUID.class), Band.of(row.getString("band")), row.getDouble("chance"), row.getDouble("bits"), List.copyOf(reasons));
  }

  private static List<Map<String, Object>> facts(List<Proposal.Reason> reasons) {
    return reasons.stream()
        .map(reason -> Map.<String, Object>of("of", reason.of().code(), "level", reason.level().code(), "bits", Math.round(reason.bits() * 10) / 10.0))
        .toList();
  }
}
