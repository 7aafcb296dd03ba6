package org.silah.segments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Held until the transaction ends, across all instances on the database. */
@Repository
class Locks {

  private final JdbcClient db;

  Locks(JdbcClient db) {
    this.db = db;
  }

  void pyramid() {
    db.sql("select pg_advisory_xact_lock(hashtextextended('segments.pyramid', 0))").query((row, _) -> 0).single();
  }
}
