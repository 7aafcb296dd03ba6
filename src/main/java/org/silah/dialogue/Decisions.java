package org.silah.dialogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about a message, and what takes a message back. Each leaves its mark on the message and in the audit log. */
@Repository
class Decisions {

  private final JdbcClient db;
  private final Messages messages;
  private final Audit audit;
  private final Actors actors;
  private final Clock clock;

  Decisions(JdbcClient db, Messages messages, Audit audit, Actors actors, Clock clock) {
    this.db = db;
    this.messages = messages;
    this.audit = audit;
    this.actors = actors;
    this.clock = clock;
  }

  /** Lets it pass the frequency cap and the quiet hours. Nothing lets a message pass a client's no. */
  @Transactional
  void release(MessageId id) {
    if (!locked(id).mayBeReleased()) {
      throw new NotToBeDecided();
    }
    db.sql("update dialogue.message set state = 'queued', reason = null, released_by = ?, not_before = ? where id = ?")
        .params(actors.current().code(), now(), id.value())
        .update();
    note(id, "released", null);
  }

  /** Puts it into the queue once more: the gate looks at it as it stands now. */
  @Transactional
  void tryAgain(MessageId id) {
    if (!locked(id).mayBeTriedAgain()) {
      throw new NotToBeDecided();
    }
    requeue(id);
    note(id, "requeued", null);
  }

  /** A person knows that an uncertain one arrived. */
  @Transactional
  void arrived(MessageId id) {
    if (locked(id).state() != MessageState.UNCERTAIN) {
      throw new NotToBeDecided();
    }
    db.sql("update dialogue.message set state = 'sent', sent_at = ?, reason = null where id = ?").params(now(), id.value()).update();
    note(id, "arrived", null);
  }

  /** It is not sent any more. */
  @Transactional
  void drop(MessageId id) {
    if (!locked(id).mayBeDropped()) {
      throw new NotToBeDecided();
    }
    db.sql("update dialogue.message set state = 'cancelled', reason = 'by_staff' where id = ?").param(id.value()).update();
    note(id, "cancelled", "by_staff");
  }

  /** The address works again, somebody says: it is written to again, with this message first. */
  @Transactional
  void trustAddress(MessageId id) {
    var message = locked(id);
    if (!message.addressRefused()) {
      throw new NotToBeDecided();
    }
    db.sql("""
        delete from dialogue.suppressed_address
        where address in (select lower(v.address) from published.email v where v.party_id = ?)""")
        .param(message.party().value())
        .update();
    requeue(id);
    note(id, "readdressed", null);
  }

  /** Takes a message back that has not left. Does nothing for one that has. */
  @Transactional
  void cancel(String key, String reason) {
    var cancelled = db.sql("""
        update dialogue.message
        set state = 'cancelled', reason = ?
        where unique_key = ? and state in ('queued', 'claimed', 'held')
        returning id""")
        .params(reason, key)
        .query(UUID.class)
        .list();
    cancelled.forEach(id -> step(new MessageId(id), "cancelled", reason, null));
  }

  @Transactional
  void cancelBatch(String batch, String reason) {
    db.sql("""
        update dialogue.message
        set state = 'cancelled', reason = ?
        where id in (
          select id
          from dialogue.message
          where batch = ? and state in ('queued', 'claimed', 'held')
          order by id
          for update)""")
        .params(reason, batch)
        .update();
  }

  private MessageRow locked(MessageId id) {
    db.sql("select 1 from dialogue.message where id = ? for update").param(id.value()).query(Integer.class).optional();
    return messages.find(id).orElseThrow(NoSuchElementException::new);
  }

  private void requeue(MessageId id) {
    db.sql("update dialogue.message set state = 'queued', reason = null, claimed_by = null, not_before = ? where id = ?")
        .params(now(), id.value())
        .update();
  }

  private void note(MessageId id, String step, @Nullable String detail) {
    step(id, step, detail, actors.current().code());
    audit.record("message." + step, "message", id, Map.of());
  }

  private void step(MessageId id, String step, @Nullable String detail, @Nullable String by) {
    db.sql("insert into dialogue.message_step (id, message_id, at, step, detail, taken_by) values (?, ?, ?, ?, ?, ?)")
        .params(Ids.next(), id.value(), now(), step, detail, by)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
