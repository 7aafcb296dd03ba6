package org.silah.constituents.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Hit;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts clients who may be meant in order: how well they fit first, then how alive the relationship is. Reads only. */
@Repository
class Candidates {

  /** How alive a relationship is, the most first. */
  private enum Life { THIS_YEAR, THREE_YEARS, HELD, QUIET, DEPARTED }

  private static final int LIVELY_YEARS = 3;

  private final JdbcClient db;
  private final Seen seen;
  private final List<Dealings> dealings;
  private final Institutions institutions;

  Candidates(JdbcClient db, Seen seen, List<Dealings> dealings, Institutions institutions) {
    this.db = db;
    this.seen = seen;
    this.dealings = dealings;
    this.institutions = institutions;
  }

  private record Ranked(Fitting fitting, Life life, String key) {
    static final Comparator<Ranked> BEST_FIRST = Comparator.comparing((Ranked one) -> one.fitting.fit(), Fit.BEST_FIRST)
        .thenComparing(Ranked::life)
        .thenComparing(one -> one.fitting.fit().words())
        .thenComparing(Ranked::key)
        .thenComparing(one -> one.fitting.hit().fileNumber());
  }

  /** Those in sight that fit at all, the best first. */
  List<Fitting> ranked(Collection<PartyId> ids, Function<Candidate, Fit> fit) {
    var fitting = new HashMap<PartyId, Fit>();
    var candidates = load(ids, Map.of()).stream().filter(one -> {
      fitting.put(one.hit().id(), fit.apply(one));
      return fitting.get(one.hit().id()).fits();
    }).toList();
    var latest = latest(candidates);
    return candidates.stream()
        .map(one -> new Ranked(new Fitting(one, fitting.get(one.hit().id())), life(one, latest.get(one.hit().id())), NameKeys.same(one.hit().displayName())))
        .sorted(Ranked.BEST_FIRST)
        .map(Ranked::fitting)
        .toList();
  }

  /** Those in sight, in the order in which they are asked for. */
  List<Hit> hits(Collection<PartyId> ids, Map<PartyId, String> matched) {
    return load(ids, matched).stream().map(Candidate::hit).toList();
  }

  private Map<PartyId, LocalDate> latest(List<Candidate> candidates) {
    var latest = new HashMap<PartyId, LocalDate>();
    if (candidates.size() > 1) {
      var parties = candidates.stream().map(one -> one.hit().id()).toList();
      dealings.forEach(kind -> kind.latest(parties).forEach((party, day) -> latest.merge(party, day, (a, b) -> a.isAfter(b) ? a : b)));
    }
    return latest;
  }

  private Life life(Candidate candidate, @Nullable LocalDate latest) {
    if (candidate.departed()) {
      return Life.DEPARTED;
    }
    if (latest != null && latest.isAfter(institutions.today().minusYears(LIVELY_YEARS))) {
      return latest.isAfter(institutions.today().minusYears(1)) ? Life.THIS_YEAR : Life.THREE_YEARS;
    }
    return candidate.held() ? Life.HELD : Life.QUIET;
  }

  private List<Candidate> load(Collection<PartyId> ids, Map<PartyId, String> matched) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var order = new HashMap<PartyId, Integer>();
    ids.forEach(id -> order.putIfAbsent(id, order.size()));
    var query = Sql.of("""
        select p.id, p.file_number, p.kind, p.display_name, p.latin_name, p.kunya, p.deceased,
          exists (select 1 from constituents.party_role r where r.party_id = p.id and r.ended_on is null) as held
        from constituents.party p
        where p.id = any (?) and p.removed_at is null""", (Object) order.keySet().stream().map(PartyId::value).toArray(UUID[]::new))
        .append(seen.only());
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> {
          var id = new PartyId(row.getObject("id", UUID.class));
          var hit = new Hit(id, row.getLong("file_number"), ClientKind.of(row.getString("kind")), row.getString("display_name"),
              row.getString("latin_name"), matched.get(id));
          return new Candidate(hit, row.getString("kunya"), row.getBoolean("deceased"), row.getBoolean("held"));
        })
        .list()
        .stream()
        .sorted(Comparator.comparing(one -> order.get(one.hit().id())))
        .toList();
  }
}
