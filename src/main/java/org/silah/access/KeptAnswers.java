package org.silah.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first answers to POSTs that bore an Idempotency-Key. The only class that touches {@code access.idempotency_key}. */
@Repository
class KeptAnswers {

  /** @param requestHash of what was asked, so that the same key cannot ask for something else */
  record Answer(byte[] requestHash, int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

  private final JdbcClient db;
  private final Clock clock;

  KeptAnswers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Takes the key until the transaction ends. @return false if another request holds it right now, on whichever instance */
  boolean begin(UUID apiKey, String key) {
    return db.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))").param(apiKey + " " + key).query(Boolean.class).single();
  }

  Optional<Answer> find(UUID apiKey, String key) {
    return db.sql("select request_hash, status, content_type, location, body from access.idempotency_key where api_key_id = ? and key = ?")
        .params(apiKey, key)
        .query(Answer.class)
        .optional();
  }

  void keep(UUID apiKey, String key, Answer answer) {
    db.sql("""
        insert into access.idempotency_key (api_key_id, key, request_hash, status, content_type, location, body, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(apiKey, key, answer.requestHash(), answer.status(), answer.contentType(), answer.location(), answer.body(), Timestamp.from(clock.instant()))
        .update();
  }

  int forgetBefore(Instant moment) {
    return db.sql("delete from access.idempotency_key where created_at < ?").param(Timestamp.from(moment)).update();
  }
}
