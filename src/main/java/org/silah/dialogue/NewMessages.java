package org.silah.dialogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages into the outbox. */
@Repository
class NewMessages {

  private static final int AT_ONCE = 1000;

  private final JdbcClient db;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;

  NewMessages(JdbcClient db, Texts texts, JsonMapper json, Clock clock) {
    this.db = db;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  /** How many were not there yet. */
  int add(Collection<NewMessage> messages) {
    var all = List.copyOf(messages);
    int added = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      added += addSome(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return added;
  }

  private int addSome(List<NewMessage> messages) {
    var languages = languages(messages);
    var now = clock.instant();
    var known = messages.stream().filter(message -> languages.containsKey(message.party().value())).toList();
    return db.sql("""
        insert into dialogue.message (id, unique_key, party_id, channel, topic, purpose, template, language, context, officer_id, reference, batch,
          state, not_before, created_at)
        select n.id, n.unique_key, n.party_id, 'email', n.topic, n.purpose, n.template, n.language, n.context, n.officer_id, n.reference, n.batch,
          'queued', n.not_before, :now
        from unnest(:ids::uuid[], :keys::text[], :parties::uuid[], :topics::text[], :purposes::text[], :kinds::text[], :languages::text[],
            :contexts::jsonb[], :officers::uuid[], :references::text[], :batches::text[], :notBefore::timestamptz[])
          n(id, unique_key, party_id, topic, purpose, template, language, context, officer_id, reference, batch, not_before)
        on conflict (unique_key) do nothing""")
        .param("ids", known.stream().map(_ -> MessageId.next().value()).toArray(UUID[]::new))
        .param("keys", known.stream().map(NewMessage::key).toArray(String[]::new))
        .param("parties", known.stream().map(message -> message.party().value()).toArray(UUID[]::new))
        .param("topics", known.stream().map(message -> message.topic().code()).toArray(String[]::new))
        .param("purposes", known.stream().map(NewMessage::purpose).toArray(String[]::new))
        .param("kinds", known.stream().map(NewMessage::kind).toArray(String[]::new))
        .param("languages", known.stream().map(message -> languages.get(message.party().value()).code()).toArray(String[]::new))
        .param("contexts", known.stream().map(message -> context(message, languages)).toArray(String[]::new))
        .param("officers", known.stream().map(NewMessage::officer).toArray(UUID[]::new))
        .param("references", known.stream().map(NewMessage::reference).toArray(String[]::new))
        .param("batches", known.stream().map(NewMessage::batch).toArray(String[]::new))
        .param("notBefore", known.stream().map(message -> notBefore(message, now).toString()).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Instant notBefore(NewMessage message, Instant now) {
    return message.notBefore() == null ? now : message.notBefore();
  }

  private String context(NewMessage message, Map<UUID, Language> languages) {
    return json.writeValueAsString(message.telling().in(texts.in(languages.get(message.party().value()))));
  }

  /** The language each client is written to in. */
  private Map<UUID, Language> languages(List<NewMessage> messages) {
    var languages = new HashMap<UUID, Language>();
    db.sql("select id, language from constituents.party where id = any (?)")
        .param(messages.stream().map(message -> message.party().value()).distinct().toArray(UUID[]::new))
        .query(row -> {
          languages.put(row.getObject("id", UUID.class), Language.of(row.getString("language")).orElseThrow());
        });
    return languages;
  }
}
