package org.silah.constituents.imports;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.Underway;
import org.silah.constituents.text.NameKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the clients of a chunk of rows: makes the new ones, and adds to the known ones what they did not have. It never
 * overwrites, so it can be undone. Every statement writes in the order of its table's key, and no two imports write at once,
 * so that none waits for another in a circle.
 */
@Repository
class Commit {

  private final JdbcClient db;
  private final NewParties parties;
  private final Additions additions;
  private final Filling filling;
  private final Underway underway;

  Commit(JdbcClient db, NewParties parties, Additions additions, Filling filling, Underway underway) {
    this.db = db;
    this.parties = parties;
    this.additions = additions;
    this.filling = filling;
    this.underway = underway;
  }

  /** No two imports write clients at once; people who write one by one are not held up. */
  void alone() {
    db.sql("select pg_advisory_xact_lock(hashtext('constituents.import'))").query((_, _) -> 0).list();
    underway.begin();
  }

  void markChanged(Collection<UUID> parties, Chunk chunk) {
    filling.markChanged(parties, chunk);
  }

  /** @return how many clients were made */
  int commit(Import job, Chunk chunk, Map<UUID, NameKeys> keys) {
    int made = parties.add(chunk);
    var changed = additions.add(job, chunk);
    changed.addAll(filling.fill(job, chunk));
    if (made > 0) {
      parties.index(chunk, keys);
    }
    filling.markChanged(changed, chunk);
    return made;
  }
}
