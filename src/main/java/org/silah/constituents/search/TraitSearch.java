package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds clients by what is said of them beside their name: where they live, and by whose father or mother they are called. Whatever is
 * typed, a bounded number of rows is read; a protected address is never looked at.
 */
@Repository
class TraitSearch {

  private static final int FROM_A_PLACE = 1_000;
  private static final int FROM_A_NAME = 300;
  private static final int CANDIDATES = 100;
  private static final int ENOUGH = 20;
  private static final int SECONDS = 2;
  private static final int SHORTEST_PLACE = 3;
  private static final int LONGEST_PLACE = 3;

  private static final String LIVES = """
      exists (
        select 1
        from constituents.address a
        where a.party_id = p.id and not a.protected
          and (a.city_place between ? and ? or a.district_place between ? and ?
            or a.street_place between ? and ?))""";

  private final JdbcClient db;
  private final Seen seen;
  private final NameSearch names;

  TraitSearch(JdbcClient db, Seen seen, NameSearch names) {
    this.db = db;
    this.seen = seen;
    this.names = names;
  }

  /**
   * What was typed, taken apart.
   *
   * @param place the words of a place, as they are looked for
   * @param rest what is left for the name
   */
  record Split(String place, String rest) {

    String high() {
      return place + Piece.LAST;
    }
  }

  /** The longest words at the end or the beginning with which the name of a place begins where some client lives; folded by the database, as what is kept is. */
  Optional<Split> place(String typed) {
    var splits = splits(typed.split(" "));
    if (splits.isEmpty()) {
      return Optional.empty();
    }
    return db.sql("""
        select asked.at, asked.place
        from (
          select told.at, constituents.place(told.place) collate "C" as place
          from unnest(:told::text[]) with ordinality as told (place, at)) asked
        where length(asked.place) >= :shortest
          and (exists (
              select 1
              from constituents.address a
              where a.city_place >= asked.place and a.city_place < asked.place || :last and not a.protected and a.city_place is not null)
            or exists (
              select 1
              from constituents.address a
              where a.district_place >= asked.place and a.district_place < asked.place || :last and not a.protected and a.district_place is not null)
            or exists (
              select 1
              from constituents.address a
              where a.street_place >= asked.place and a.street_place < asked.place || :last and not a.protected and a.street_place is not null))
        order by asked.at
        limit 1""")
        .param("told", splits.stream().map(Split::place).toArray(String[]::new)).param("shortest", SHORTEST_PLACE).param("last", Piece.LAST)
        .withQueryTimeout(SECONDS)
        .query((row, _) -> new Split(row.getString("place"), splits.get(row.getInt("at") - 1).rest))
        .optional();
  }

  private static List<Split> splits(String[] words) {
    var splits = new ArrayList<Split>();
    for (int length = Math.min(words.length, LONGEST_PLACE); length > 0; length--) {
      for (int from : length == words.length ? new int[] {0} : new int[] {words.length - length, 0}) {
        var place = String.join(" ", Arrays.copyOfRange(words, from, from + length));
        if (place.length() >= SHORTEST_PLACE && place.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ')
            && place.codePoints().anyMatch(Character::isLetter)) {
          int begin = from;
          int end = from + length;
          splits.add(new Split(place, String.join(" ", IntStream.range(0, words.length).filter(i -> i < begin || i >= end).mapToObj(i -> words[i]).toList())));
        }
      }
    }
    return splits;
  }

  /** Who lives there and may have that name; from the rarer of the two, or from both. */
  Set<PartyId> livingAt(Split place, List<Spellings> name) {
    var found = new LinkedHashSet<PartyId>();
    boolean rare = !name.isEmpty() && name.stream().mapToLong(Spellings::bearers).min().orElse(0) <= FROM_A_NAME;
    if (!rare) {
      found.addAll(amongNeighbours(place, name));
    }
    if (!name.isEmpty() && found.size() < ENOUGH) {
      found.addAll(amongBearers(place, name));
    }
    return found;
  }

  private List<PartyId> amongBearers(Split place, List<Spellings> name) {
    var bearers = names.candidates(name, FROM_A_NAME).stream().map(PartyId::value).toArray(UUID[]::new);
    return parties(Sql.of("select p.id from constituents.party p where p.id = any (?) and p.removed_at is null and", (Object) bearers)
        .append(LIVES, place.place, place.high(), place.place, place.high(), place.place, place.high())
        .append(seen.only())
        .append("limit ?", CANDIDATES));
  }

  private List<PartyId> amongNeighbours(Split place, List<Spellings> name) {
    var query = Sql.of("""
        select p.id
        from (
          (select a.party_id
          from constituents.address a
          where a.city_place >= ? and a.city_place < ?
            and not a.protected and a.city_place is not null
          limit ?)
          union all
          (select a.party_id
          from constituents.address a
          where a.district_place >= ? and a.district_place < ?
            and not a.protected and a.district_place is not null
          limit ?)
          union all
          (select a.party_id
          from constituents.address a
          where a.street_place >= ? and a.street_place < ?
            and not a.protected and a.street_place is not null
          limit ?)) a
        join constituents.party p on p.id = a.party_id
        where p.removed_at is null""",
        place.place, place.high(), FROM_A_PLACE, place.place, place.high(), FROM_A_PLACE, place.place, place.high(), FROM_A_PLACE);
    if (!name.isEmpty()) {
      query = query.append("and").append(Piece.inKey(name));
    }
    return parties(query.append(seen.only()).append("limit ?", CANDIDATES));
  }

  /** @param keys beginnings of kunyas in one word, as {@code kunya_key} writes them */
  Set<PartyId> called(List<String> keys, List<Spellings> others) {
    var query = Sql.of("""
        select p.id
        from unnest(?::text[]) as asked (low)
        join constituents.party p on constituents.kunya_key(p.kunya) collate "C" >= asked.low and constituents.kunya_key(p.kunya) collate "C" < asked.low || ?
        where p.kunya is not null and p.removed_at is null""", keys.toArray(String[]::new), Piece.LAST);
    if (!others.isEmpty()) {
      query = query.append("and").append(Piece.inKey(others));
    }
    return new LinkedHashSet<>(parties(query.append(seen.only()).append("limit ?", CANDIDATES)));
  }

  private List<PartyId> parties(Sql query) {
    return db.sql(query.text()).params(query.values()).withQueryTimeout(SECONDS).query(UUID.class).list().stream().map(PartyId::new).toList();
  }
}
