package org.silah.dialogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Hidden;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as people see it: messages to clients in sight. */
@Repository
class Messages implements Hidden {

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
  private final Seen seen;

  Messages(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  Optional<MessageId> idOf(String key) {
    return db.sql("select id from dialogue.message where unique_key = ?").param(key).query(UUID.class).optional().map(MessageId::new);
  }

  Optional<MessageRow> find(MessageId id) {
    var query = Sql.of(SELECT).append("where m.id = ?", id.value()).append(seen.only());
    return db.sql(query.text()).params(query.values()).query(MessageRow::read).optional();
  }

  @Override
  public Set<String> words() {
    return Set.of("messages");
  }

  @Override
  public boolean isInSight(UUID id) {
    return find(new MessageId(id)).isPresent();
  }

  /** The newest {@value #ROWS} and one more, on the tab; what waits stands in the order it will leave. */
  List<MessageRow> on(MessageState.Tab tab, @Nullable MessageRow after) {
    var before = after == null ? LAST : after.id().value();
    return switch (tab) {
      case SENT -> sent(after);
      case WAITING -> waiting(after);
      case HELD -> rows(Sql.of(SELECT).append("where m.tab = 'held' and m.id < ?", before).append(seen.only()).append("order by m.id desc limit 51"));
      case UNCERTAIN -> rows(Sql.of(SELECT).append("where m.tab = 'uncertain' and m.id < ?", before).append(seen.only()).append("order by m.id desc limit 51"));
      case FAILED -> rows(Sql.of(SELECT).append("where m.tab = 'failed' and m.id < ?", before).append(seen.only()).append("order by m.id desc limit 51"));
      case CANCELLED -> rows(Sql.of(SELECT).append("where m.tab = 'cancelled' and m.id < ?", before).append(seen.only()).append("order by m.id desc limit 51"));
    };
  }

  /** The newest to these clients, in whatever state. */
  List<MessageRow> to(Collection<PartyId> parties, @Nullable MessageRow after) {
    return rows(Sql.of(SELECT)
        .append("where m.party_id = any (?) and m.id < ?", parties.stream().map(PartyId::value).toArray(UUID[]::new), after == null ? LAST : after.id().value())
        .append(seen.only()).append("order by m.id desc limit 51"));
  }

  /** How many stand on each tab, at most {@value #COUNTED} and one more. What was sent is not counted. */
  Map<MessageState.Tab, Integer> counts() {
    var counts = new EnumMap<MessageState.Tab, Integer>(MessageState.Tab.class);
    if (!seen.isWhole()) {
      for (var tab : List.of(MessageState.Tab.WAITING, MessageState.Tab.HELD, MessageState.Tab.UNCERTAIN, MessageState.Tab.FAILED)) {
        counts.put(tab, inSight(tab));
      }
      return counts;
    }
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

  private int inSight(MessageState.Tab tab) {
    var query = Sql.of("select count(*) from (select from dialogue.message m join constituents.party p on p.id = m.party_id where m.tab = ?", tab.code())
        .append(seen.only()).append("limit 1001) counted");
    return db.sql(query.text()).params(query.values()).query(Integer.class).single();
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
    return db.sql(SELECT + "where m.party_id = ? and coalesce(m.sent_at, m.created_at) < ? order by coalesce(m.sent_at, m.created_at) desc fetch first ? rows with ties")
        .params(party.value(), Timestamp.from(before), limit)
        .query(MessageRow::read)
        .list();
  }

  private List<MessageRow> sent(@Nullable MessageRow after) {
    var at = after == null || after.sentAt() == null ? END_OF_TIME : after.sentAt();
    return rows(Sql.of(SELECT)
        .append("where m.tab = 'sent' and (m.sent_at, m.id) < (?, ?)", Timestamp.from(at), after == null ? LAST : after.id().value())
        .append(seen.only()).append("order by m.sent_at desc, m.id desc limit 51"));
  }

  private List<MessageRow> waiting(@Nullable MessageRow after) {
    return rows(Sql.of(SELECT)
        .append("where m.tab = 'waiting' and m.not_before > '-infinity' and (m.not_before, m.id) > (?, ?)",
            Timestamp.from(after == null ? Instant.EPOCH : after.notBefore()), after == null ? FIRST : after.id().value())
        .append(seen.only()).append("order by m.not_before, m.id limit 51"));
  }

  private List<MessageRow> rows(Sql query) {
    return db.sql(query.text()).params(query.values()).query(MessageRow::read).list();
  }
}
