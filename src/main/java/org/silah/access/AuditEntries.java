package org.silah.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The audit log: the only class that touches {@code access.audit_entry} and {@code access.audit_head}. */
@Repository
class AuditEntries {

  private static final int LATELY = 200;
  private static final int AT_A_TIME = 5_000;
  /** Times and hashes as bytes instead of text: half the work of reading a million. */
  private static final int BINARY_AT_ONCE = -1;

  private final JdbcTemplate jdbc;
  private final JdbcClient db;
  private final Clock clock;
  private final JsonMapper json;

  AuditEntries(JdbcTemplate jdbc, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.db = JdbcClient.create(jdbc);
    this.clock = clock;
    this.json = json;
  }

  /** Chains {@code entries} behind the last one. Locks the chain's end until the transaction ends, so call it last. */
  void append(List<AuditEntry.New> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var details = entries.stream().map(entry -> json.writeValueAsString(entry.detail())).toList();
    var head = db.sql("select seq, hash from access.audit_head for update").query(AuditHead.class).single();
    var chained = new ArrayList<AuditEntry>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = chained(entries.get(i), details.get(i), head);
      chained.add(entry);
      head = new AuditHead(entry.seq(), entry.hash());
    }
    write(chained, head);
  }

  AuditHead head() {
    return db.sql("select seq, hash from access.audit_head").query(AuditHead.class).optional().orElse(AuditHead.NONE);
  }

  /** All from {@code seq} on, one after another; only within a transaction, which alone makes the driver not fetch them all at once. */
  void read(long seq, Consumer<AuditEntry> reader) {
    jdbc.query(connection -> {
      var rows = connection.prepareStatement("select * from access.audit_entry where seq >= ? order by seq");
      rows.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
      rows.setFetchSize(AT_A_TIME);
      rows.setLong(1, seq);
      return rows;
    }, (RowCallbackHandler) row -> reader.accept(entry(row)));
  }

  /** The latest first. @param before entries with a smaller number than this */
  List<AuditEntry> list(AuditFilter filter, long before, int rows) {
    var asked = filter.sql().append(Sql.of("and seq < ? order by seq desc limit ?", before, rows)).within("select * from access.audit_entry where %s");
    return db.sql(asked.text()).params(asked.values()).query((row, _) -> entry(row)).list();
  }

  /** Among the newest entries of one actor. */
  List<String> lately(Actor actor, String action, int most) {
    return db.sql("""
        select lately.subject
        from (
          select e.subject, e.action, e.seq
          from access.audit_entry e
          where e.actor = ?
          order by e.seq desc
          limit ?) lately
        where lately.action = ? and lately.subject is not null
        group by lately.subject
        order by max(lately.seq) desc
        limit ?""")
        .params(actor.id(), LATELY, action, most)
        .query(String.class)
        .list();
  }

  /** What was ever done, for choosing from. */
  List<String> actions() {
    return db.sql("""
        with recursive known as (
          select min(action) as action from access.audit_entry
          union all
          select (select min(action) from access.audit_entry where action > known.action) from known where known.action is not null)
        select action from known where action is not null""")
        .query(String.class)
        .list();
  }

  Optional<AuditEntry> find(long seq) {
    return db.sql("select * from access.audit_entry where seq = ?").param(seq).query((row, _) -> entry(row)).optional();
  }

  private AuditEntry chained(AuditEntry.New fresh, String detail, AuditHead head) {
    // PostgreSQL keeps microseconds: the hash is over what will be read back
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var entry = new AuditEntry(
        head.seq() + 1, at, fresh.actorKind(), fresh.actor().id(), fresh.action(), fresh.subjectKind(), fresh.subject(), detail, new byte[0]);
    return new AuditEntry(
        entry.seq(), at, entry.actorKind(), entry.actor(), entry.action(), entry.subjectKind(), entry.subject(), detail, entry.hashAfter(head.hash()));
  }

  /** One round trip, since everyone else waits meanwhile. */
  private void write(List<AuditEntry> entries, AuditHead head) {
    db.sql("""
        with written as (
          insert into access.audit_entry (seq, at, actor_kind, actor, action, subject_kind, subject, detail, hash)
          select seq, at::timestamptz, actor_kind, actor, action, subject_kind, subject, detail::json, hash
          from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
            as fresh (seq, at, actor_kind, actor, action, subject_kind, subject, detail, hash))
        update access.audit_head
        set seq = ?, hash = ?""")
        .params(
            entries.stream().map(AuditEntry::seq).toArray(Long[]::new),
            texts(column(entries, entry -> entry.at().toString())),
            texts(entries.stream().map(AuditEntry::actorKind).toList()),
            texts(column(entries, AuditEntry::actor)),
            texts(column(entries, AuditEntry::action)),
            texts(column(entries, AuditEntry::subjectKind)),
            texts(column(entries, AuditEntry::subject)),
            texts(column(entries, AuditEntry::detail)),
            entries.stream().map(AuditEntry::hash).toArray(byte[][]::new),
            head.seq(),
            head.hash())
        .update();
  }

  private static List<@Nullable String> column(List<AuditEntry> entries, Function<AuditEntry, @Nullable String> column) {
    var all = new ArrayList<@Nullable String>();
    entries.forEach(entry -> all.add(column.apply(entry)));
    return all;
  }

  private static @Nullable String[] texts(List<? extends @Nullable String> values) {
    return values.toArray(String[]::new);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor_kind"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getString("subject"),
        row.getString("detail"),
        row.getBytes("hash"));
  }
}
