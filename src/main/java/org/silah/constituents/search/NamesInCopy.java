package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What names are found by, made anew from the names. */
@Component
class NamesInCopy implements Copied {

  private static final int BLOCK = 2_000;

  private final JdbcClient db;
  private final Vocabulary vocabulary;

  NamesInCopy(JdbcClient db, Vocabulary vocabulary) {
    this.db = db;
    this.vocabulary = vocabulary;
  }

  private record Named(UUID id, String displayName, @Nullable String latinName) {}

  @Override
  public List<CopiedTable> tables() {
    return List.of();
  }

  @Override
  public Map<String, String> derived() {
    return Map.of(
        "constituents.name_rotation", "the names",
        "constituents.name_word", "the names",
        "constituents.name_slip", "a trigger on the words");
  }

  @Override
  public void makeAnew() {
    var after = new UUID(0, 0);
    for (var block = named(after); !block.isEmpty(); block = named(after)) {
      add(block);
      after = block.getLast().id();
    }
    vocabulary.recount();
  }

  private List<Named> named(UUID after) {
    return db.sql("""
        select id, display_name, latin_name
        from constituents.party
        where removed_at is null and id > ?
        order by id
        limit ?""")
        .params(after, BLOCK)
        .query(Named.class)
        .list();
  }

  private void add(List<Named> block) {
    var keys = new ArrayList<String>();
    var parties = new ArrayList<UUID>();
    var words = new TreeSet<String>();
    for (var one : block) {
      var found = NameKeys.of(one.displayName(), one.latinName());
      found.rotations().forEach(key -> {
        keys.add(key);
        parties.add(one.id());
      });
      words.addAll(found.words());
    }
    db.sql("""
        insert into constituents.name_rotation (key, party_id)
        select key, party_id
        from unnest(?::text[], ?::uuid[]) as fresh (key, party_id)
        on conflict do nothing""")
        .params(keys.toArray(String[]::new), parties.toArray(UUID[]::new))
        .update();
    db.sql("""
        insert into constituents.name_word (word, skeleton)
        select word, skeleton
        from unnest(?::text[], ?::text[]) as fresh (word, skeleton)
        on conflict do nothing""")
        .params(words.toArray(String[]::new), words.stream().map(PersonName::skeleton).toArray(String[]::new))
        .update();
  }
}
