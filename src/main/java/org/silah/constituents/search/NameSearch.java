package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds names by ranges of {@code name_rotation}, where every name stands once per word, turned. Two words that stand
 * beside each other in a name, or at its two ends, are one range; others are looked for among the bearers of the rarer word.
 * Whatever is typed, a bounded number of rows is read.
 */
@Repository
class NameSearch {

  private static final int ENOUGH = 20;
  private static final int FROM_A_RANGE = 30;
  private static final int RANGES = 70;
  private static final int CANDIDATES = 100;
  private static final int READ = 24_000;
  private static final int SECONDS = 2;

  private final JdbcClient db;
  private final Seen seen;

  NameSearch(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /**
   * Those that may fit, the likely ones first; the caller finds the best among them.
   *
   * @param wanted how many are enough; the search box needs few, a list that is narrowed down further needs many
   */
  Set<PartyId> candidates(List<Spellings> words, int wanted) {
    var found = new LinkedHashSet<PartyId>();
    if (words.size() == 1) {
      found.addAll(namesBeginning(words.getFirst().pieces(), wanted));
      found.addAll(keysBeginning(words.getFirst().pieces(), wanted));
      return found;
    }
    found.addAll(keysBeginning(List.of(new Piece(words.stream().map(Spellings::typed).collect(Collectors.joining(" ")), false)), wanted));
    boolean known = words.size() > 2 && !found.isEmpty();
    found.addAll(neighbours(words, known ? READ / 8 : READ, wanted));
    if (!known && found.size() < Math.max(ENOUGH, wanted)) {
      found.addAll(apart(words, wanted));
    }
    return found;
  }

  /** A name of nothing but signs is one word. */
  Set<PartyId> signs(String text) {
    return new LinkedHashSet<>(keysBeginning(List.of(new Piece(text, false)), CANDIDATES));
  }

  /** By the given name, which people think of first. */
  private List<PartyId> namesBeginning(List<Piece> pieces, int wanted) {
    return bearers(Sql.of("""
        select p.id
        from unnest(?::text[], ?::text[]) with ordinality as asked (low, high, place)
        cross join lateral (
          select p.id, p.name_key
          from constituents.party p
          where p.name_key >= asked.low and p.name_key < asked.high and p.removed_at is null""", lows(pieces), highs(pieces))
        .append(seen.only())
        .append("order by p.name_key limit ?) p order by asked.place, p.name_key limit ?", Math.max(FROM_A_RANGE, wanted), Math.max(CANDIDATES, wanted)));
  }

  private List<PartyId> keysBeginning(List<Piece> pieces, int wanted) {
    return bearers(Sql.of("""
        select r.party_id
        from unnest(?::text[], ?::text[]) with ordinality as asked (low, high, place)
        cross join lateral (
          select r.party_id, r.key
          from constituents.name_rotation r
          where r.key >= asked.low and r.key < asked.high""", lows(pieces), highs(pieces))
        .append(seen.onlyTheirs())
        .append("order by r.key limit ?) r order by asked.place, r.key limit ?", Math.max(FROM_A_RANGE, wanted), Math.max(CANDIDATES, wanted)));
  }

  private List<PartyId> neighbours(List<Spellings> words, int read, int wanted) {
    var rare = words.stream().sorted(Comparator.comparing(Spellings::bearers)).toList();
    var inOrder = words.stream().filter(rare.subList(0, 2)::contains).toList();
    var pairs = new ArrayList<Piece>();
    pairs(inOrder.getFirst(), inOrder.getLast(), pairs);
    pairs(inOrder.getLast(), inOrder.getFirst(), pairs);
    if (words.size() == 2) {
      return keysBeginning(pairs, wanted);
    }
    return filtered(pairs, rare.subList(2, rare.size()), read / pairs.size(), wanted);
  }

  private static void pairs(Spellings first, Spellings second, List<Piece> pairs) {
    for (var word : first.firsts()) {
      second.pieces().stream().limit(RANGES / 2 / first.firsts().size()).forEach(piece -> pairs.add(piece.after(word)));
    }
  }

  private List<PartyId> apart(List<Spellings> words, int wanted) {
    var rarest = words.stream().min(Comparator.comparing(Spellings::bearers)).orElseThrow();
    return filtered(rarest.pieces(), words.stream().filter(word -> word != rarest).toList(), READ, wanted);
  }

  /** Names in these ranges that have all other words as well. */
  private List<PartyId> filtered(List<Piece> pieces, List<Spellings> others, int fromARange, int wanted) {
    var all = Sql.join(" and ", others.stream().map(word -> Sql.join(" or ", word.pieces().stream().map(Piece::within).toList())).toList());
    var query = Sql.of("""
        select r.party_id
        from (
          select r.party_id, r.key
          from unnest(?::text[], ?::text[]) with ordinality as asked (low, high, place)
          cross join lateral (
            select r.party_id, r.key
            from constituents.name_rotation r
            where r.key >= asked.low and r.key < asked.high
            order by r.key
            limit ?) r
          limit ?) r
        where""", lows(pieces), highs(pieces), fromARange, READ)
        .append(all)
        .append(seen.onlyTheirs())
        .append("limit ?", Math.max(CANDIDATES, wanted));
    return bearers(query);
  }

  private List<PartyId> bearers(Sql query) {
    return db.sql(query.text()).params(query.values()).withQueryTimeout(SECONDS).query(UUID.class).list().stream().map(PartyId::new).toList();
  }

  private static String[] lows(Collection<Piece> pieces) {
    return pieces.stream().map(Piece::low).toArray(String[]::new);
  }

  private static String[] highs(Collection<Piece> pieces) {
    return pieces.stream().map(Piece::high).toArray(String[]::new);
  }
}
