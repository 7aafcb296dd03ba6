package org.silah.constituents;

import org.silah.constituents.text.NameKeys;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What search finds names by: writes {@code name_rotation} and {@code name_word} for one client; an import copies its own. */
@Repository
public class Names {

  private final JdbcClient db;

  Names(JdbcClient db) {
    this.db = db;
  }

  public void add(PartyId party, NameKeys keys) {
    db.sql("""
        insert into constituents.name_rotation (key, party_id)
        select key, ? from unnest(?::text[]) key
        on conflict do nothing""")
        .params(party.value(), keys.rotations().toArray(String[]::new))
        .update();
    for (var word : keys.words()) {
      db.sql("insert into constituents.name_word (word, skeleton) values (?, ?) on conflict do nothing")
          .params(word, PersonName.skeleton(word))
          .update();
    }
  }

  public void replace(PartyId party, NameKeys before, NameKeys after) {
    remove(party, before);
    add(party, after);
  }

  /** The table has no index by client: its keys follow from the names, so the former names say what to remove. */
  public void remove(PartyId party, NameKeys before) {
    db.sql("delete from constituents.name_rotation where key = any (?) and party_id = ?")
        .params(before.rotations().toArray(String[]::new), party.value())
        .update();
  }
}
