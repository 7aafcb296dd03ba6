package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.likeness.Keys;
import org.silah.constituents.likeness.Name;
import org.silah.constituents.likeness.Traits;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of each client is compared, and its keys. The only class that touches {@code likeness_record} and {@code likeness_key}. */
@Repository
class KeptRecords {

  /** Of a key that more clients have, others are not read to compare one client with. */
  private static final int MOST_OF_A_KEY = 60;
  static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd");

  /** @param keys ascending */
  record Kept(UUID party, Traits traits, long[] keys) {}

  private final JdbcClient db;

  KeptRecords(JdbcClient db) {
    this.db = db;
  }

  /** As the clients are at this moment; who was removed is missing. */
  List<Kept> made(Collection<UUID> parties) {
    return db.sql("""
        select p.id, p.kind, p.display_name, p.latin_name, p.gender, p.birth_on,
          array(select f.e164 from constituents.phone f where f.party_id = p.id order by f.e164) as phones,
          array(select lower(e.address) from constituents.email e where e.party_id = p.id order by 1) as emails,
          array(select concat(i.kind, ' ', i.issuer, ' ', i.number) from constituents.identity i
            where i.party_id = p.id and i.kind <> 'branch_file' order by 1) as identities,
          (select concat_ws(' ', a.building, a.street, a.district, a.city, a.postcode) from constituents.address a
            where a.party_id = p.id and not a.protected order by a.as_of desc, a.recorded_at desc, a.id desc limit 1) as address
        from constituents.party p
        where p.id = any (?) and p.removed_at is null""")
        .param(parties.toArray(UUID[]::new))
        .query((row, _) -> made(row))
        .list();
  }

  private static Kept made(ResultSet row) throws SQLException {
    var sort = sort(row.getString("kind"));
    var names = new ArrayList<Name>();
    for (var name : Arrays.asList(row.getString("display_name"), row.getString("latin_name"))) {
      if (name != null) {
        names.add(sort == Traits.Sort.PERSON ? Name.of(name) : Name.whole(name));
      }
    }
    var birth = row.getObject("birth_on", LocalDate.class);
    var traits = new Traits(
        sort, List.copyOf(names), birth == null ? null : birth.format(DIGITS), texts(row, "phones"), texts(row, "emails"), texts(row, "identities"),
        address(row.getString("address")), row.getString("gender"));
    return kept(row.getObject("id", UUID.class), traits);
  }

  static Kept kept(UUID party, Traits traits) {
    return new Kept(party, traits, Keys.of(traits).stream().mapToLong(Long::longValue).toArray());
  }

  static Traits.Sort sort(String kind) {
    return switch (kind) {
      case "person" -> Traits.Sort.PERSON;
      case "family" -> Traits.Sort.FAMILY;
      default -> Traits.Sort.BODY;
    };
  }

  static List<String> address(@Nullable String text) {
    return text == null ? List.of() : Arrays.stream(PersonName.fold(text).split(" ")).filter(word -> !word.isEmpty()).distinct().limit(Long.SIZE).toList();
  }

  /** Writes what was made in the place of what stood there, and removes what is kept of those of {@code parties} that were not made. */
  void replace(Collection<UUID> parties, List<Kept> made) {
    var all = parties.toArray(UUID[]::new);
    db.sql("""
        delete from constituents.likeness_key k
        using (select r.party_id, unnest(r.keys) as key from constituents.likeness_record r where r.party_id = any (?)) old
        where k.key = old.key and k.party_id = old.party_id""")
        .param(all)
        .update();
    db.sql("delete from constituents.likeness_record where party_id = any (?)").param(all).update();
    add(made);
  }

  private void add(List<Kept> made) {
    if (made.isEmpty()) {
      return;
    }
    // lists in a list: one text for each client, its items apart by a character that folding leaves nowhere
    db.sql("""
        insert into constituents.likeness_record (party_id, version, sort, names, birth, phones, emails, identities, address, gender, keys)
        select party_id, ?, sort, string_to_array(names, e'\\n'), birth, string_to_array(phones, e'\\n'), string_to_array(emails, e'\\n'),
          string_to_array(identities, e'\\n'), string_to_array(address, e'\\n'), gender, string_to_array(keys, e'\\n')::bigint[]
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          as r (party_id, sort, names, birth, phones, emails, identities, address, gender, keys)
        order by party_id""")
        .params(
            Keys.VERSION, made.stream().map(Kept::party).toArray(UUID[]::new),
            column(made, kept -> kept.traits.sort().code()),
            column(made, kept -> lines(kept.traits.names().stream().map(Name::text).toList())),
            column(made, kept -> kept.traits.birth()),
            column(made, kept -> lines(kept.traits.phones())), column(made, kept -> lines(kept.traits.emails())),
            column(made, kept -> lines(kept.traits.identities())), column(made, kept -> lines(kept.traits.address())),
            column(made, kept -> kept.traits.gender()),
            column(made, kept -> lines(Arrays.stream(kept.keys).mapToObj(Long::toString).toList())))
        .update();
    db.sql("""
        insert into constituents.likeness_key (key, party_id)
        select unnest(r.keys) as key, r.party_id
        from constituents.likeness_record r
        where r.party_id = any (?)
        order by 1, 2
        on conflict do nothing""")
        .param(made.stream().map(Kept::party).toArray(UUID[]::new))
        .update();
  }

  private static @Nullable String[] column(List<Kept> made, java.util.function.Function<Kept, @Nullable String> value) {
    return made.stream().map(value).toArray(String[]::new);
  }

  private static String lines(List<String> items) {
    return String.join("\n", items);
  }

  /** The records that share a key with one of these, by key; of a very common key only some. */
  Map<Long, List<UUID>> sharing(Collection<Long> keys) {
    var sharing = new LinkedHashMap<Long, List<UUID>>();
    db.sql("""
        select asked.key, k.party_id
        from unnest(?::bigint[]) as asked (key)
        cross join lateral (
          select k.party_id
          from constituents.likeness_key k
          where k.key = asked.key
          limit ?) k""")
        .params(keys.toArray(Long[]::new), MOST_OF_A_KEY)
        .query((ResultSet row) -> {
          sharing.computeIfAbsent(row.getLong("key"), _ -> new ArrayList<>()).add(row.getObject("party_id", UUID.class));
        });
    return sharing;
  }

  Map<UUID, Kept> find(Collection<UUID> parties) {
    var found = new LinkedHashMap<UUID, Kept>();
    db.sql("select r.* from constituents.likeness_record r where r.party_id = any (?)")
        .param(parties.toArray(UUID[]::new))
        .query((ResultSet row) -> {
          var kept = read(row);
          found.put(kept.party, kept);
        });
    return found;
  }

  /** About so many, drawn blindly. */
  List<Kept> drawn(int wanted) {
    double percent = Math.min(100, 110.0 * wanted / Math.max(1, count()));
    return db.sql("select r.* from constituents.likeness_record r tablesample bernoulli (?) limit ?").params(percent, wanted).query((row, _) -> read(row)).list();
  }

  long count() {
    return db.sql("select count(*) from constituents.likeness_record").query(Long.class).single();
  }

  /**
   * Reads those records, key after key, whose key somebody else has too. In a transaction: rows come as they are read.
   *
   * @param from inclusive
   * @param to exclusive
   */
  void walk(long from, long to, java.util.function.BiConsumer<Long, Kept> each) {
    db.sql("""
        select k.key, r.*
        from (
          select key, party_id, lag(key) over (order by key, party_id) as before, lead(key) over (order by key, party_id) as after
          from constituents.likeness_key
          where key >= ? and key < ?) k
        join constituents.likeness_record r on r.party_id = k.party_id
        where k.key = k.before or k.key = k.after
        order by k.key, k.party_id""")
        .params(from, to)
        .withFetchSize(2_000)
        .query((ResultSet row) -> {
          each.accept(row.getLong("key"), read(row));
        });
  }

  private static Kept read(ResultSet row) throws SQLException {
    var keys = (Long[]) row.getArray("keys").getArray();
    var traits = new Traits(
        Traits.Sort.of(row.getString("sort")), texts(row, "names").stream().map(Name::read).toList(), row.getString("birth"), texts(row, "phones"),
        texts(row, "emails"), texts(row, "identities"), texts(row, "address"), row.getString("gender"));
    return new Kept(row.getObject("party_id", UUID.class), traits, Arrays.stream(keys).mapToLong(Long::longValue).toArray());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
