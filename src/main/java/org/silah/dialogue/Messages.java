package org.silah.dialogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as people see it. */
@Repository
class Messages {

  static final int ROWS = 50;
  /** Beyond this many the exact number helps nobody. */
  static final int COUNTED = 1000;
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);
  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private static final String SELECT = """
      select m.*, p.display_name
      from dialogue.message m
      join constituents.party p on p.id = m.party_id
      """;

  private final JdbcClient db;

  Messages(JdbcClient db) {
    this.db = db;
  }

  Optional<MessageId> idOf(String key) {
    return db.sql("select id from dialogue.message where unique_key = ?").param(key).query(UUID.class).optional().map(MessageId::new);
  }

  Optional<MessageRow> find(MessageId id) {
    return db.sql(SELECT + "where m.id = ?").param(id.value()).query(MessageRow::read).optional();
  }

  /** The newest {@value #ROWS} and one more, on the tab; what waits stands in the order it will leave. */
  List<MessageRow> on(MessageState.Tab tab, @Nullable MessageRow after) {
    var before = after == null ? LAST : after.id().value();
    return switch (tab) {
      case SENT -> sent(after);
      case WAITING -> waiting(after);
      case HELD -> rows(db.sql(SELECT + "where m.tab = 'held' and m.id < ? order by m.id desc limit 51").param(before));
      case UNCERTAIN -> rows(db.sql(SELECT + "where m.tab = 'uncertain' and m.id < ? order by m.id desc limit 51").param(before));
      case FAILED -> rows(db.sql(SELECT + "where m.tab = 'failed' and m.id < ? order by m.id desc limit 51").param(before));
      case CANCELLED -> rows(db.sql(SELECT + "where m.tab = 'cancelled' and m.id < ? order by m.id desc limit 51").param(before));
    };
  }

  /** The newest to these clients, in whatever state. */
  List<MessageRow> to(Collection<PartyId> parties, @Nullable MessageRow after) {
    return rows(db.sql(SELECT + "where m.party_id = any (?) and m.id < ? order by m.id desc limit 51")
        .params(parties.stream().map(PartyId::value).toArray(UUID[]::new), after == null ? LAST : after.id().value()));
  }

  /** How many stand on each tab, at most {@value #COUNTED} and one more. What was sent is not counted. */
  Map<MessageState.Tab, Integer> counts() {
    var counts = new EnumMap<MessageState.Tab, Integer>(MessageState.Tab.class);
    db.sql("""
        select 'waiting' as tab, count(*) as messages from (select from dialogue.message where tab = 'waiting' limit 1001) waiting
        union all
        select 'held', count(*) from (select from dialogue.message where tab = 'held' limit 1001) held
        union all
        select 'uncertain', count(*) from (select from dialogue.message where tab = 'uncertain' limit 1001) uncertain
        union all
        select 'failed', count(*) from (select from dialogue.message where tab = 'failed' limit 1001) failed""")
        .query(row -> {
          counts.put(MessageState.Tab.of(row.getString("tab")), row.getInt("messages"));
        });
    return counts;
  }

  List<MessageStep> steps(MessageId id) {
    return db.sql("select at, step, detail, taken_by from dialogue.message_step where message_id = ? order by id")
        .param(id.value())
        .query((row, _) -> new MessageStep(
            row.getTimestamp("at").toInstant(), row.getString("step"), row.getString("detail"), row.getString("taken_by")))
        .list();
  }

  /** At most {@code limit} to this client that are older than {@code before}, newest first. */
  List<MessageRow> before(PartyId party, Instant before, int limit) {
    return db.sql(SELECT + "where m.party_id = ? and coalesce(m.sent_at, m.created_at) < ? order by coalesce(m.sent_at, m.created_at) desc, m.id desc limit ?")
        .params(party.value(), Timestamp.from(before), limit)
        .query(MessageRow::read)
        .list();
  }

  private List<MessageRow> sent(@Nullable MessageRow after) {
    var at = after == null || after.sentAt() == null ? END_OF_TIME : after.sentAt();
    return rows(db.sql(SELECT + "where m.tab = 'sent' and (m.sent_at, m.id) < (?, ?) order by m.sent_at desc, m.id desc limit 51")
        .params(Timestamp.from(at), after == null ? LAST : after.id().value()));
  }

  private List<MessageRow> waiting(@Nullable MessageRow after) {
    return rows(db.sql(SELECT + "where m.tab = 'waiting' and m.not_before > '-infinity' and (m.not_before, m.id) > (?, ?) order by m.not_before, m.id limit 51")
        .params(Timestamp.from(after == null ? Instant.EPOCH : after.notBefore()), after == null ? FIRST : after.id().value()));
  }

  private static List<MessageRow> rows(JdbcClient.StatementSpec statement) {
    return statement.query(MessageRow::read).list();
  }
}
