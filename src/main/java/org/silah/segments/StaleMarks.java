package org.silah.segments;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** That the pyramid is older than the gifts. Kept in the transaction of the gift, so neither a crash nor a rollback makes it wrong. */
@Repository
class StaleMarks {

  private final JdbcClient db;

  StaleMarks(JdbcClient db) {
    this.db = db;
  }

  @EventListener
  void add(ValueChanged change) {
    add();
  }

  void add() {
    db.sql("insert into segments.stale_mark default values").update();
  }

  boolean any() {
    return db.sql("select exists (select 1 from segments.stale_mark)").query(Boolean.class).single();
  }

  /** A mark that comes while the pyramid is computed stays, and leads to the next computation. */
  void clear() {
    db.sql("delete from segments.stale_mark").update();
  }
}
