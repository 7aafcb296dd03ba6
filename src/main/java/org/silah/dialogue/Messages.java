package org.silah.dialogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as people see it, and what they decide about a message. */
@Repository
class Messages {

  private final JdbcClient db;

  Messages(JdbcClient db) {
    this.db = db;
  }

  Optional<MessageId> idOf(String key) {
    return db.sql("select id from dialogue.message where unique_key = ?").param(key).query(UUID.class).optional().map(MessageId::new);
  }

  void cancel(String key, String reason) {
    db.sql("""
        update dialogue.message
        set state = 'cancelled', reason = ?, lease_until = null
        where unique_key = ? and state in ('queued', 'claimed', 'held')""")
        .params(reason, key)
        .update();
  }

  void cancelBatch(String batch, String reason) {
    db.sql("""
        update dialogue.message
        set state = 'cancelled', reason = ?, lease_until = null
        where batch = ? and state in ('queued', 'claimed', 'held')""")
        .params(reason, batch)
        .update();
  }
}
