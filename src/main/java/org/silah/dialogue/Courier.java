package org.silah.dialogue;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.silah.dialogue.mail.BadTemplate;
import org.silah.dialogue.mail.Plain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages over one connection, one after the other: claim a block, ask the gate about all of it, then for each write
 * the mail, have it marked as sending together with the one before as sent, and hand it over. Belongs to one thread. However
 * it ends, at most one message of its is between sending and sent.
 */
final class Courier {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final int SMALLEST_BLOCK = 4;
  private static final int LARGEST_BLOCK = 64;
  /** Some two days at the longest pause. */
  private static final int MOST_ATTEMPTS = 300;
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

  private final String name;
  private final Outbox outbox;
  private final Gate gate;
  private final Letters letters;
  private final MailSettings settings;
  private final Relay relay;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private final Patience patience;

  private @Nullable MailLine line;
  private @Nullable Delivered delivered;
  private Outbox.Cursor cursor = Outbox.Cursor.START;
  private int block = SMALLEST_BLOCK;

  Courier(String name, Outbox outbox, Gate gate, Letters letters, MailSettings settings, Relay relay, Clock clock, BooleanSupplier stopping) {
    this.name = name;
    this.outbox = outbox;
    this.gate = gate;
    this.letters = letters;
    this.settings = settings;
    this.relay = relay;
    this.clock = clock;
    this.stopping = stopping;
    this.patience = new Patience(stopping);
  }

  String name() {
    return name;
  }

  /**
   * Carries one block.
   *
   * @return how many messages it took up; 0 when nothing is due or nothing can be sent now
   */
  int round() {
    // within the queue the claim itself finds out
    var server = !fromStart() || outbox.hasDue() ? settings.current().server() : null;
    var size = server == null ? 0 : relay.allowance(block);
    if (server == null || size == 0) {
      return 0;
    }
    use(server);
    var claim = outbox.claim(name, size, cursor);
    if (claim.ids().isEmpty()) {
      return rewind();
    }
    cursor = claim.end();
    block = claim.ids().size() == size ? Math.min(LARGEST_BLOCK, block * 2) : SMALLEST_BLOCK;
    carry(claim.ids());
    return claim.ids().size();
  }

  /** Does not occupy the server while there is nothing to say. */
  void rest() {
    if (line != null && line.idle().compareTo(LONGEST_IDLE) > 0) {
      hangUp();
    }
  }

  void hangUp() {
    if (line != null) {
      line.close();
      line = null;
    }
  }

  /** What stands before the cursor may be due by now. */
  private int rewind() {
    var began = fromStart();
    cursor = Outbox.Cursor.START;
    block = SMALLEST_BLOCK;
    return began ? 0 : round();
  }

  private boolean fromStart() {
    return cursor.equals(Outbox.Cursor.START);
  }

  private void carry(List<MessageId> claimed) {
    var open = new ArrayDeque<>(claimed);
    try (var _ = gate.takePart()) {
      var judgement = gate.judge(claimed);
      var desk = letters.desk();
      for (var message : sortedOut(judgement)) {
        if (stopping.getAsBoolean() || !carry(message, judgement.setting(), desk)) {
          break;
        }
        open.remove(message.id());
      }
    } finally {
      settle();
      patience.insist(() -> outbox.release(name, open));
    }
  }

  /** Writes down what is held and what waits, and leaves what may go. */
  private List<Addressed> sortedOut(Gate.Judgement judgement) {
    var held = new ArrayList<Addressed>();
    var waiting = new ArrayList<MessageId>();
    var going = new ArrayList<Addressed>();
    for (var message : judgement.messages()) {
      if (message.obstacle() != null) {
        held.add(message);
      } else if (judgement.waits(message)) {
        waiting.add(message.id());
      } else {
        going.add(message);
      }
    }
    if (!held.isEmpty()) {
      outbox.hold(name, held);
    }
    if (!waiting.isEmpty()) {
      outbox.waitUntil(name, waiting, judgement.quietUntil().orElseThrow());
    }
    return going;
  }

  /** False if the rest of the block must wait. */
  private boolean carry(Addressed message, GateSetting setting, Letters.Desk desk) {
    Mail mail;
    try {
      mail = desk.mail(message);
    } catch (BadTemplate | IllegalArgumentException unwritable) {
      log.error("message {} cannot be written", message.id(), unwritable);
      outbox.fail(name, message.id(), "template", Plain.line(String.valueOf(unwritable.getMessage())));
      return true;
    }
    if (!connected()) {
      return false;
    }
    var before = delivered;
    var gone = patience.insist(() -> gate.letGo(name, mail, before, setting));
    if (gone == null) {
      return false;
    }
    delivered = null;
    return gone ? hand(mail, message.attempts() + 1) : refused(message);
  }

  /** What the gate let pass for the block it did not let pass any more: why, it says when asked again. */
  private boolean refused(Addressed message) {
    sortedOut(gate.judge(List.of(message.id()))).forEach(unclear -> outbox.release(name, List.of(unclear.id())));
    return true;
  }

  private boolean hand(Mail mail, int attempts) {
    var open = line;
    if (open == null) {
      throw new IllegalStateException("no connection");
    }
    boolean worn = open.worn();
    var delivery = open.deliver(mail);
    switch (delivery) {
      case Delivery.Accepted(var reply) -> {
        delivered = new Delivered(mail.id(), reply, clock.instant());
        relay.works();
      }
      case Delivery.AddressRefused(var reply) -> {
        patience.insist(() -> outbox.failAddress(name, mail.id(), mail.to(), reply));
        relay.works();
      }
      case Delivery.MessageRefused(var reply) -> patience.insist(() -> outbox.fail(name, mail.id(), "message", reply));
      case Delivery.Deferred(var reply) -> defer(mail.id(), attempts, reply);
      case Delivery.Unknown(var reply) -> {
        patience.insist(() -> outbox.uncertain(name, mail.id(), reply));
        relay.failed(reply);
        return false;
      }
      case Delivery.Broken(var reply) -> {
        patience.insist(() -> outbox.requeue(name, mail.id(), "relay", reply, clock.instant()));
        if (!worn) {
          relay.failed(reply);
        }
        return worn;
      }
    }
    return relay.trouble() == null;
  }

  private void defer(MessageId id, int attempts, String reply) {
    var again = relay.deferred(attempts, reply);
    if (attempts >= MOST_ATTEMPTS) {
      patience.insist(() -> outbox.fail(name, id, "given_up", reply));
    } else {
      patience.insist(() -> outbox.requeue(name, id, "deferred", reply, again));
    }
  }

  /** Writes down the last delivery when no next one does it. */
  private void settle() {
    var last = delivered;
    if (last != null) {
      patience.insist(() -> outbox.sent(name, last));
      delivered = null;
    }
  }

  private boolean connected() {
    try {
      if (line != null) {
        line.open();
        return true;
      }
    } catch (MessagingException unreachable) {
      relay.failed(Plain.line(unreachable.toString()));
    }
    return false;
  }

  private void use(MailServer server) {
    if (line == null || !line.server().equals(server)) {
      hangUp();
      line = new MailLine(server, letters.greetingName());
    }
  }
}
