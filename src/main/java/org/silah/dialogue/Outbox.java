package org.silah.dialogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a message through {@code dialogue.message}, as the couriers walk it: claimed in blocks, resolved one by one.
 * A courier's lease holds for all that it claimed; whoever lets it run out loses that.
 */
@Repository
class Outbox {

  static final Duration LEASE = Duration.ofSeconds(30);

  /** Where a scan of the queue goes on: behind what was claimed, so that the dead entries at its front are not read again and again. */
  record Cursor(Instant after, UUID id) {
    static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));
    /** As the database orders uuids. */
    static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::after).thenComparing(cursor -> cursor.id.toString());
  }

  record Claim(List<MessageId> ids, Cursor end) {}

  private record Due(UUID id, Timestamp notBefore) {}

  private final JdbcClient db;
  private final Clock clock;

  Outbox(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  boolean hasDue() {
    return db.sql("""
        select exists (
          select 1
          from dialogue.message
          where tab = 'waiting' and state = 'queued' and not_before > '-infinity' and not_before <= ?)""")
        .param(Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /**
   * Takes at most {@code size} due messages, at most one a client: as long as one is on its way the client's next waits, so
   * that caps are exact and order is kept, whichever instance works on it. What is in hand is looked up one client at a time,
   * by a subquery that the database cannot make a join: the queue is mostly empty when it counts its rows, so it believes that
   * to read all of it for each client costs nothing.
   */
  @Transactional
  public Claim claim(String courier, int size, Cursor cursor) {
    db.sql("select pg_advisory_xact_lock(hashtext('dialogue.message claim'))").query((row, _) -> true).single();
    var now = clock.instant();
    db.sql("insert into dialogue.courier (name, lease_until) values (?, ?) on conflict (name) do update set lease_until = excluded.lease_until")
        .params(courier, Timestamp.from(now.plus(LEASE)))
        .update();
    var claimed = db.sql("""
        with due as (
          select m.id, m.party_id, m.not_before
          from dialogue.message m
          where m.tab = 'waiting'
            and m.state = 'queued'
            and m.not_before > '-infinity'
            and m.not_before <= :now
            and (m.not_before, m.id) > (:after, :afterId)
            and 0 = (
              select count(*) from dialogue.message w where w.party_id = m.party_id and w.tab = 'waiting' and w.state in ('claimed', 'sending'))
          order by m.not_before, m.id
          limit :size
          for update skip locked),
        first as (
          select distinct on (party_id) id
          from due
          order by party_id, not_before, id)
        update dialogue.message m
        set state = 'claimed', claimed_by = :me
        from first
        where m.id = first.id
        returning m.id, m.not_before""")
        .param("now", Timestamp.from(now))
        .param("after", Timestamp.from(cursor.after()))
        .param("afterId", cursor.id())
        .param("size", size)
        .param("me", courier)
        .query(Due.class)
        .list();
    var end = claimed.stream().map(due -> new Cursor(due.notBefore.toInstant(), due.id)).max(Cursor.ORDER).orElse(cursor);
    return new Claim(claimed.stream().map(due -> new MessageId(due.id)).toList(), end);
  }

  /** Goes on holding what these couriers claimed. */
  void extend(Collection<String> couriers) {
    db.sql("update dialogue.courier set lease_until = ? where name = any (?)")
        .params(Timestamp.from(clock.instant().plus(LEASE)), couriers.toArray(String[]::new))
        .update();
  }

  /** The server took it. True even for one that was already given up as uncertain. */
  void sent(String courier, Delivered delivered) {
    db.sql("""
        update dialogue.message
        set state = 'sent', sent_at = ?, smtp_reply = ?, reason = null
        where id = ? and claimed_by = ? and state in ('sending', 'uncertain')""")
        .params(Timestamp.from(delivered.at()), delivered.reply(), delivered.id().value(), courier)
        .update();
  }

  /** Back into the queue, nothing having been sent. */
  void release(String courier, Collection<MessageId> ids) {
    db.sql("update dialogue.message set state = 'queued' where id = any (?) and claimed_by = ? and state = 'claimed'")
        .params(ids.stream().map(MessageId::value).toArray(UUID[]::new), courier)
        .update();
  }

  /** Back into the queue, to be tried again at {@code notBefore}: the server did not take it and the client is not to blame. */
  @Transactional
  public void requeue(String courier, MessageId id, String reason, @Nullable String reply, Instant notBefore) {
    var moved = db.sql("""
        update dialogue.message
        set state = 'queued', reason = ?, smtp_reply = ?, not_before = ?
        where id = ? and claimed_by = ? and state = 'sending'""")
        .params(reason, reply, Timestamp.from(notBefore), id.value(), courier)
        .update();
    if (moved == 1 && reason.equals("deferred")) {
      step(id, "deferred", reply);
    }
  }

  /** What the gate does not let pass; all of them in one statement. */
  void hold(String courier, List<Addressed> messages) {
    db.sql("""
        with held as (
          update dialogue.message m
          set state = 'held', reason = h.reason
          from unnest(:ids::uuid[], :reasons::text[], :steps::uuid[]) h(id, reason, step)
          where m.id = h.id and m.claimed_by = :me and m.state = 'claimed'
          returning m.id, h.reason, h.step)
        insert into dialogue.message_step (id, message_id, at, step, detail)
        select step, id, :now, 'held', reason
        from held""")
        .param("ids", messages.stream().map(message -> message.id().value()).toArray(UUID[]::new))
        .param("reasons", messages.stream().map(message -> message.obstacle() == null ? null : message.obstacle().code()).toArray(String[]::new))
        .param("steps", Stream.generate(Ids::next).limit(messages.size()).toArray(UUID[]::new))
        .param("me", courier)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void waitUntil(String courier, Collection<MessageId> ids, Instant until) {
    db.sql("""
        update dialogue.message
        set state = 'queued', reason = 'quiet_hours', not_before = ?
        where id = any (?) and claimed_by = ? and state = 'claimed'""")
        .params(Timestamp.from(until), ids.stream().map(MessageId::value).toArray(UUID[]::new), courier)
        .update();
  }

  /** @param reason {@code template}, {@code message} or {@code address}: whose fault it is */
  @Transactional
  public void fail(String courier, MessageId id, String reason, String reply) {
    resolve(courier, id, "failed", reason, reply);
  }

  /** The receiving server refuses this address for good: it is not written to again. */
  @Transactional
  public void failAddress(String courier, MessageId id, String address, String reply) {
    db.sql("insert into dialogue.suppressed_address (address, reason, at) values (lower(?), ?, ?) on conflict do nothing")
        .params(address, reply, Timestamp.from(clock.instant()))
        .update();
    resolve(courier, id, "failed", "address", reply);
  }

  /** Nobody knows whether it arrived. */
  @Transactional
  public void uncertain(String courier, MessageId id, String reply) {
    resolve(courier, id, "uncertain", "connection_lost", reply);
  }

  /**
   * Takes care of what a courier left behind that does not extend its leases any more: what was only claimed goes back into
   * the queue, what was being sent may or may not have arrived.
   *
   * @return how many messages are due again
   */
  @Transactional
  public int recover(MailSetting.WhenUncertain policy) {
    var lost = db.sql("delete from dialogue.courier where lease_until < ? returning name")
        .param(Timestamp.from(clock.instant()))
        .query(String.class)
        .list()
        .toArray(String[]::new);
    if (lost.length == 0) {
      return 0;
    }
    int requeued = db.sql("update dialogue.message set state = 'queued' where tab = 'waiting' and state = 'claimed' and claimed_by = any (?)")
        .param(lost)
        .update();
    var open = db.sql("""
        update dialogue.message
        set state = ?, reason = 'courier_lost'
        where tab = 'waiting' and state = 'sending' and claimed_by = any (?)
        returning id""")
        .params(policy == MailSetting.WhenUncertain.RESEND ? "queued" : "uncertain", lost)
        .query(UUID.class)
        .list();
    open.forEach(id -> step(new MessageId(id), policy == MailSetting.WhenUncertain.RESEND ? "requeued" : "uncertain", "courier_lost"));
    return policy == MailSetting.WhenUncertain.RESEND ? requeued + open.size() : requeued;
  }

  private void resolve(String courier, MessageId id, String state, String reason, @Nullable String reply) {
    var moved = db.sql("""
        update dialogue.message
        set state = ?, reason = ?, smtp_reply = coalesce(?, smtp_reply)
        where id = ? and claimed_by = ? and state in ('claimed', 'sending')""")
        .params(state, reason, reply, id.value(), courier)
        .update();
    if (moved == 1) {
      step(id, state, reply == null ? reason : reply);
    }
  }

  private void step(MessageId id, String step, @Nullable String detail) {
    db.sql("insert into dialogue.message_step (id, message_id, at, step, detail) values (?, ?, ?, ?, ?)")
        .params(Ids.next(), id.value(), Timestamp.from(clock.instant()), step, detail)
        .update();
  }
}
