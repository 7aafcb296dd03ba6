package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A program that dies while it sends loses nothing, doubles nothing, and what it had in its hands is reported. */
@CharityThatWrites
class RecoveryTest {

  @Autowired PostRoom post;
  @Autowired Dialogue dialogue;
  @Autowired Sender sender;
  @Autowired Outbox outbox;
  @Autowired MailSettings settings;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void open() throws IOException {
    post.open();
  }

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  @Test
  void aCourierThatDiesBetweenSendingAndSentLeavesOneUncertainMessageAndTheRestIsSentByAnother() throws Exception {
    var clients = IntStream.range(0, 10).mapToObj(_ -> post.anyone()).toList();
    clients.forEach(post::thank);
    var dying = hangingCourier(clients.getFirst());
    assertThat(count(clients, "sending")).isEqualTo(1);

    dialogue.deliverDue();
    assertThat(count(clients, "sending")).as("its lease still runs").isEqualTo(1);
    post.clock.advance(Outbox.LEASE.plusSeconds(1));
    dialogue.deliverDue();
    assertThat(count(clients, "uncertain")).isEqualTo(1);
    assertThat(count(clients, "sent")).isEqualTo(9);
    assertThat(clients).allSatisfy(client -> assertThat(post.received(client)).hasSize(1));
    post.sink.answer();
    dying.join();
  }

  @Test
  void aCourierThatWasOnlySlowSetsTheRecordStraight() throws Exception {
    var noura = post.anyone();
    var message = post.thank(noura);
    var slow = hangingCourier(noura);
    post.clock.advance(Outbox.LEASE.plusSeconds(1));
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("uncertain");
    post.sink.answer();
    slow.join();
    assertThat(post.state(message).state()).isEqualTo("sent");
    assertThat(post.received(noura)).hasSize(1);
  }

  @Test
  void whereTheCharityChoseSoAnUncertainMessageIsSentAgainUnderItsOldName() throws Exception {
    settings.change(new MailSetting(null, null, MailSetting.WhenUncertain.RESEND));
    var noura = post.anyone();
    var message = post.thank(noura);
    var dying = hangingCourier(noura);
    post.sink.fail(SinkFault.NONE);
    post.clock.advance(Outbox.LEASE.plusSeconds(1));
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("sent");
    assertThat(post.received(noura)).hasSize(2).extracting(mail -> PostRoom.parse(mail).getMessageID()).containsOnly("<" + message + "@birr.example>");
    post.sink.answer();
    dying.join();
  }

  @Test
  void whatWasOnlyClaimedGoesBackIntoTheQueue() {
    var noura = post.anyone();
    var message = post.thank(noura);
    outbox.claim("dead", 10, Outbox.Cursor.START);
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("claimed");
    post.clock.advance(Outbox.LEASE.plusSeconds(1));
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("sent");
  }

  @Test
  void aRefusalThatComesWhileTheMailingRunsStopsEveryLaterMessage() throws Exception {
    var first = post.anyone();
    var second = post.anyone();
    var third = post.anyone();
    var fourth = post.anyone();
    var messages = List.of(post.thank(first), post.thank(second), post.thank(third), post.thank(fourth));
    var courier = hangingCourier(first);
    post.answer(second, Topic.THANKS, false);
    post.remove(third);
    post.sink.answer();
    courier.join();
    dialogue.deliverDue();
    assertThat(messages).extracting(message -> post.state(message).state()).containsExactly("sent", "held", "held", "sent");
    assertThat(post.state(messages.get(1)).reason()).isEqualTo("refused");
    assertThat(post.state(messages.get(2)).reason()).isEqualTo("removed");
    assertThat(post.received(second)).isEmpty();
    assertThat(post.received(third)).isEmpty();
  }

  @Test
  void aMessageTakenBackWhileTheMailingRunsStaysHome() throws Exception {
    var first = post.anyone();
    var second = post.anyone();
    post.thank(first);
    var taken = post.send(PostRoom.thanks(second, "thanks:" + second));
    var courier = hangingCourier(first);
    dialogue.cancel("thanks:" + second, "gift_reversed");
    post.sink.answer();
    courier.join();
    dialogue.deliverDue();
    assertThat(post.state(taken).state()).isEqualTo("cancelled");
    assertThat(post.received(second)).isEmpty();
  }

  @Test
  void eightCouriersOfTwoProgramsShareTheWorkWithoutDoublingAny() throws Exception {
    var clients = IntStream.range(0, 400).mapToObj(_ -> post.anyone()).toList();
    dialogue.sendAll(clients.stream().map(client -> PostRoom.thanks(client, "thanks:" + client)).toList());
    var couriers = new ArrayList<Thread>();
    for (int at = 0; at < 8; at++) {
      var courier = sender.courier(() -> false);
      couriers.add(Thread.ofPlatform().start(() -> {
        while (courier.round() > 0) {
          Thread.onSpinWait();
        }
        courier.hangUp();
      }));
    }
    for (var courier : couriers) {
      courier.join();
    }
    dialogue.deliverDue();
    assertThat(clients).allSatisfy(client -> assertThat(post.sink.copies(post.addressOf(client))).isEqualTo(1));
  }

  @Test
  void aQueueThatCameAfterTheDatabaseCountedAnEmptyOneIsNotReadForEachClient() {
    int queue = 1_000;
    int block = 50;
    var clients = IntStream.range(0, queue).mapToObj(_ -> post.anyone()).toList();
    post.db.sql("vacuum analyze dialogue.message").update();
    clients.forEach(post::thank);
    transactions.executeWithoutResult(claim -> {
      long before = rowsRead();
      assertThat(outbox.claim("test", block, Outbox.Cursor.START).ids()).hasSize(block);
      assertThat(rowsRead() - before).isLessThan(queue);
      claim.setRollbackOnly();
    });
  }

  @Test
  void aStopThatWasAskedForFinishesTheMailInHandAndGivesTheRestBack() throws Exception {
    var clients = IntStream.range(0, 6).mapToObj(_ -> post.anyone()).toList();
    clients.forEach(post::thank);
    var first = post.addressOf(clients.getFirst());
    post.sink.fail(SinkFault.TARPIT, first::equals);
    sender.start();
    post.sink.awaitSilence();
    var stop = Thread.ofPlatform().start(sender::stop);
    post.sink.answer();
    stop.join();
    assertThat(sender.isRunning()).isFalse();
    assertThat(count(clients, "claimed", "sending", "uncertain")).isZero();
    assertThat(count(clients, "sent", "queued")).isEqualTo(6);
    post.clock.advance(Duration.ofSeconds(1));
    dialogue.deliverDue();
    assertThat(clients).allSatisfy(client -> assertThat(post.received(client)).hasSize(1));
  }

  /** A courier whose mail to {@code whom} the server has and does not acknowledge. */
  private Thread hangingCourier(PartyId whom) throws InterruptedException {
    var address = post.addressOf(whom);
    post.sink.fail(SinkFault.TARPIT, address::equals);
    var courier = sender.courier(() -> false);
    var thread = Thread.ofPlatform().start(() -> {
      courier.round();
      courier.hangUp();
    });
    post.sink.awaitSilence();
    return thread;
  }

  /** Of the outbox, by the connection of this transaction. */
  private long rowsRead() {
    return post.db.sql("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relid = 'dialogue.message'::regclass").query(Long.class).single();
  }

  private int count(List<PartyId> clients, String... states) {
    return post.db.sql("select count(*) from dialogue.message where party_id = any (?) and state = any (?)")
        .params(clients.stream().map(PartyId::value).toArray(UUID[]::new), states)
        .query(Integer.class)
        .single();
  }
}
