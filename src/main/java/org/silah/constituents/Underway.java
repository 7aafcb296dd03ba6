package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which changes of clients are being written and not to be seen yet. {@code updated_at} is a time before the commit, so a reader
 * who follows it would pass a change that takes long. Each writer therefore holds a lock that names the millisecond in which it
 * began, and readers go no further than the first of them. Who only reads, or writes anything else, holds nobody up.
 */
@Component
public class Underway {

  /** Begins the keys of these locks; no other lock of ours has a key of two numbers. */
  private static final int OURS = 0x5359;

  private final JdbcClient db;
  private final Recording recording;

  Underway(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  /** To be called before the transaction takes the time that it writes as {@code updated_at}; once is enough, again does nothing. */
  public void begin() {
    var began = recording.now().toEpochMilli();
    db.sql("""
        select set_config('silah.client_change', 'underway', true), pg_advisory_xact_lock_shared(?, ?)
        where coalesce(current_setting('silah.client_change', true), '') = ''""")
        .params(OURS << 16 | (int) (began >>> 32), (int) began)
        .query((_, _) -> 0)
        .list();
  }

  /**
   * All changes before this time are committed, whatever is written from now on. To be asked in a statement of its own before the
   * rows are read: what is committed in between is then seen, and what begins in between is later.
   */
  public Timestamp settled() {
    var now = recording.now();
    var first = db.sql("""
        select min((l.classid::bigint & 65535) << 32 | l.objid::bigint)
        from pg_locks l
        where l.locktype = 'advisory' and l.objsubid = 2 and l.classid::bigint >> 16 = ?
          and l.database = (select d.oid from pg_database d where d.datname = current_database())""")
        .param(OURS)
        .query((row, _) -> row.getObject(1) == null ? now : Instant.ofEpochMilli(row.getLong(1)))
        .single();
    return Timestamp.from(first.isBefore(now) ? first : now);
  }
}
