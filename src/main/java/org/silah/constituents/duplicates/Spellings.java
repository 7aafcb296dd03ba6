package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.likeness.NameVariants;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The charity's dictionary of given names: the one that Silah comes with, and what the charity changed of it. The store of
 * {@code constituents.name_spelling}.
 */
@Repository
class Spellings {

  private final JdbcClient db;
  private final Clock clock;
  private volatile Read last = new Read("", NameVariants.builtIn());

  Spellings(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What was made of the table when it was last different. */
  private record Read(String version, NameVariants variants) {}

  /** As the table says at this moment, on whichever instance it was changed. */
  NameVariants variants() {
    var version = db.sql("select count(*) || ' ' || coalesce(max(changed_at)::text, '') from constituents.name_spelling").query(String.class).single();
    var known = last;
    if (!known.version.equals(version)) {
      known = new Read(version, NameVariants.of(all().stream().map(NameSpellings::spellings).toList()));
      last = known;
    }
    return known.variants;
  }

  /** Without those that the charity took out; its own first. */
  List<NameSpellings> all() {
    var own = own();
    var builtIn = new LinkedHashMap<String, List<String>>();
    NameVariants.builtInLines().forEach(line -> builtIn.put(key(line.getFirst()), line));
    var all = new ArrayList<NameSpellings>();
    own.forEach((key, spellings) -> {
      if (!spellings.isEmpty()) {
        all.add(new NameSpellings(spellings.getFirst(), spellings, true, builtIn.containsKey(key)));
      }
    });
    builtIn.forEach((key, spellings) -> {
      if (!own.containsKey(key)) {
        all.add(new NameSpellings(spellings.getFirst(), spellings, false, true));
      }
    });
    return all;
  }

  /** Those called so that the charity took out. */
  List<String> takenOut() {
    var own = own();
    return NameVariants.builtInLines().stream().map(List::getFirst).filter(name -> own.getOrDefault(key(name), List.of("")).isEmpty()).toList();
  }

  @Nullable NameSpellings find(String name) {
    return all().stream().filter(one -> key(one.name()).equals(key(name))).findFirst().orElse(null);
  }

  /** In the place of what was said of this name before. @param spellings none to take the name out */
  void put(String name, List<String> spellings, String by) {
    db.sql("""
        insert into constituents.name_spelling (key, spellings, changed_at, changed_by)
        values (?, ?, ?, ?)
        on conflict (key) do update set spellings = excluded.spellings, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
        .params(key(name), spellings.toArray(String[]::new), Timestamp.from(now()), by)
        .update();
  }

  /** As Silah came with it; a name of the charity's own is gone. */
  void forget(String name) {
    db.sql("delete from constituents.name_spelling where key = ?").param(key(name)).update();
  }

  private Map<String, List<String>> own() {
    var own = new LinkedHashMap<String, List<String>>();
    db.sql("select key, spellings from constituents.name_spelling order by changed_at desc, key").query((ResultSet row) -> {
      own.put(row.getString("key"), List.of((String[]) row.getArray("spellings").getArray()));
    });
    return own;
  }

  /** What a spelling is compared by. */
  static String key(String spelling) {
    return String.join("", PersonName.tokens(spelling));
  }

  private Instant now() {
    return clock.instant();
  }
}
