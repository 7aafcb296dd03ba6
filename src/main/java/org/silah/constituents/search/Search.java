package org.silah.constituents.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.silah.constituents.ClientKind;
import org.silah.constituents.FoundBy;
import org.silah.constituents.Hit;
import org.silah.constituents.PartyId;
import org.silah.constituents.text.NameKeys;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds clients in sight as people type: part of a name in any spelling, a phone, an e-mail, a number. Nothing typed is an error. */
@Repository
public class Search {

  private record Fitting(Hit hit, Fit fit, String key) {
    static final Comparator<Fitting> BEST_FIRST = Comparator.comparing(Fitting::fit, Fit.BEST_FIRST)
        .thenComparing(Fitting::key).thenComparing(fitting -> fitting.hit.fileNumber());
  }

  private static final int LONGEST = 200;

  private final JdbcClient db;
  private final Vocabulary vocabulary;
  private final NameSearch names;
  private final NumberSearch numbers;
  private final List<FoundBy> more;
  private final Seen seen;

  Search(JdbcClient db, Vocabulary vocabulary, NameSearch names, NumberSearch numbers, List<FoundBy> more, Seen seen) {
    this.db = db;
    this.vocabulary = vocabulary;
    this.names = names;
    this.numbers = numbers;
    this.more = more;
    this.seen = seen;
  }

  /** The best first, at most {@code limit}. */
  public List<Hit> find(String typed, int limit) {
    var asked = Asked.of(typed);
    if (asked.isEmpty()) {
      return List.of();
    }
    var matched = numbers.find(asked);
    var byNumber = load(matched.keySet(), matched);
    if (!byNumber.isEmpty() && !asked.isOneWord()) {
      return Stream.concat(byNumber.stream(), further(typed, limit).stream()).filter(distinct()).limit(limit).toList();
    }
    // a word may begin an address as well, but a name is what people mean first
    return Stream.of(byName(asked, limit), byNumber, further(typed, limit)).flatMap(List::stream).filter(distinct()).limit(limit).toList();
  }

  private List<Hit> further(String typed, int limit) {
    var matched = new LinkedHashMap<PartyId, String>();
    more.forEach(one -> one.find(typed.substring(0, Math.min(typed.length(), LONGEST)), limit).forEach(matched::putIfAbsent));
    return load(matched.keySet(), matched);
  }

  private static Predicate<Hit> distinct() {
    var seen = new LinkedHashSet<PartyId>();
    return hit -> seen.add(hit.id());
  }

  private List<Hit> byName(Asked asked, int wanted) {
    try {
      var words = asked.words();
      if (words.isEmpty() || words.stream().allMatch(String::isBlank)) {
        return List.copyOf(load(names.signs(asked.text()), Map.of()));
      }
      var spellings = words.size() == 1
          ? List.of(vocabulary.alone(words.getFirst()))
          : words.stream().map(vocabulary::amongOthers).toList();
      var hits = ranked(spellings, names.candidates(spellings, wanted));
      return hits.isEmpty() ? compounds(spellings, wanted) : hits;
    } catch (QueryTimeoutException e) {
      return List.of();
    }
  }

  private List<Hit> compounds(List<Spellings> asked, int wanted) {
    var words = asked.stream()
        .map(word -> word.bearers() == 0 ? Vocabulary.compounds(word.typed()) : word)
        .toList();
    return ranked(words, names.candidates(words, wanted));
  }

  private List<Hit> ranked(List<Spellings> asked, Set<PartyId> candidates) {
    return load(candidates, Map.of()).stream()
        .map(hit -> new Fitting(hit, Fit.of(asked, hit), NameKeys.same(hit.displayName())))
        .filter(fitting -> fitting.fit.all())
        .sorted(Fitting.BEST_FIRST)
        .map(Fitting::hit)
        .toList();
  }

  private List<Hit> load(Collection<PartyId> ids, Map<PartyId, String> matched) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var order = new HashMap<PartyId, Integer>();
    ids.forEach(id -> order.put(id, order.size()));
    var query = Sql.of("""
        select p.id, p.file_number, p.kind, p.display_name, p.latin_name
        from constituents.party p
        where p.id = any (?) and p.removed_at is null""", (Object) ids.stream().map(PartyId::value).toArray(UUID[]::new))
        .append(seen.only());
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> {
          var id = new PartyId(row.getObject("id", UUID.class));
          return new Hit(id, row.getLong("file_number"), ClientKind.of(row.getString("kind")), row.getString("display_name"),
              row.getString("latin_name"), matched.get(id));
        })
        .list()
        .stream()
        .sorted(Comparator.comparing(hit -> order.get(hit.id())))
        .toList();
  }
}
