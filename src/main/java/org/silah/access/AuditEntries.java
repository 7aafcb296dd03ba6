package org.silah.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The audit log: the only class that touches {@code access.audit_entry} and {@code access.audit_head}. */
@Repository
class AuditEntries {

  private record Head(long seq, byte[] hash) {}

  private final JdbcClient db;
  private final Clock clock;
  private final JsonMapper json;

  AuditEntries(JdbcClient db, Clock clock, JsonMapper json) {
    this.db = db;
    this.clock = clock;
    this.json = json;
  }

  /** Chains {@code entries} behind the last one. Locks the chain's end until the transaction ends, so call it last. */
  void append(List<AuditEntry.New> entries) {
    var head = db.sql("select seq, hash from access.audit_head for update").query(Head.class).single();
    for (var fresh : entries) {
      head = append(fresh, head);
    }
    db.sql("update access.audit_head set seq = ?, hash = ?").params(head.seq, head.hash).update();
  }

  private Head append(AuditEntry.New fresh, Head head) {
    // PostgreSQL keeps microseconds and prints jsonb its own way: the hash is over what will be read back.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var detail = db.sql("select ?::jsonb::text").param(json.writeValueAsString(fresh.detail())).query(String.class).single();
    var entry = new AuditEntry(
        head.seq + 1, at, fresh.actorKind(), fresh.actor().id(), fresh.action(), fresh.subjectKind(), fresh.subject(), detail, new byte[0]);
    var hash = entry.hashAfter(head.hash);
    db.sql("""
        insert into access.audit_entry (seq, at, actor_kind, actor, action, subject_kind, subject, detail, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
        .params(entry.seq(), Timestamp.from(at), entry.actorKind(), entry.actor(), entry.action(), entry.subjectKind(), entry.subject(), detail, hash)
        .update();
    return new Head(entry.seq(), hash);
  }
}
