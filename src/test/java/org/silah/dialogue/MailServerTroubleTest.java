package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;

/** When the mail server is in trouble no client is to blame, nothing is lost, and the queue moves again as soon as it does. */
@CharityThatWrites
class MailServerTroubleTest {

  @Autowired PostRoom post;
  @Autowired Dialogue dialogue;
  @Autowired Decisions decisions;
  @Autowired MailSettings settings;
  @Autowired Relay relay;

  @BeforeEach
  void open() throws IOException {
    post.open();
  }

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"HANG_UP", "SHUTTING_DOWN", "DEFER_SENDER", "DEFER_RECIPIENT", "SHUT_DOWN_AT_RECIPIENT", "DENY_RELAYING"})
  void whateverTheServerDoesNobodyIsMarkedAndAllIsSentWithinAMinuteOfItsReturn(SinkFault fault) {
    var clients = IntStream.range(0, 20).mapToObj(_ -> post.anyone()).toList();
    clients.forEach(post::thank);
    post.sink.fail(fault);
    for (int minute = 0; minute < 10; minute++) {
      dialogue.deliverDue();
      post.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(states(clients)).containsOnly("queued");
    assertThat(suppressed()).isZero();

    post.sink.fail(SinkFault.NONE);
    for (int second = 0; second < 60; second++) {
      dialogue.deliverDue();
      post.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(clients).allSatisfy(client -> assertThat(post.received(client)).hasSize(1));
    assertThat(suppressed()).isZero();
  }

  @Test
  void aConnectionThatBreaksInTheMiddleOfTheTextLosesAndDoublesNothing() {
    var clients = IntStream.range(0, 20).mapToObj(_ -> post.anyone()).toList();
    clients.forEach(post::thank);
    post.sink.fail(SinkFault.DROP_IN_DATA);
    for (int times = 0; times < 5; times++) {
      dialogue.deliverDue();
      post.clock.advance(Duration.ofMinutes(1));
    }
    // whether the final dot got out before the break was noticed is the network's affair
    assertThat(states(clients)).isSubsetOf("queued", "uncertain");
    post.sink.fail(SinkFault.NONE);
    dialogue.deliverDue();
    assertThat(suppressed()).isZero();
    assertThat(states(clients)).isSubsetOf("sent", "uncertain");
    assertThat(clients).allSatisfy(client -> assertThat(post.received(client)).hasSizeLessThanOrEqualTo(1));
  }

  @Test
  void aServerThatIsNotThereHoldsTheQueueAndNobodyElse() throws IOException {
    var clients = IntStream.range(0, 20).mapToObj(_ -> post.anyone()).toList();
    clients.forEach(post::thank);
    int port = post.sink.port();
    post.close();
    dialogue.deliverDue();
    assertThat(states(clients)).containsOnly("queued");
    assertThat(relay.trouble()).isNotNull();
    post.startServer(port);
    post.clock.advance(Duration.ofSeconds(31));
    dialogue.deliverDue();
    assertThat(clients).allSatisfy(client -> assertThat(post.received(client)).hasSize(1));
    assertThat(relay.trouble()).isNull();
  }

  @Test
  void aServerThatDoesNotSpeakTlsGetsNothingWhereTlsIsAskedFor() {
    for (var security : List.of(MailServer.Security.STARTTLS, MailServer.Security.TLS)) {
      relay.works();
      settings.offer(new MailServer("127.0.0.1", post.sink.port(), security, null, null));
      var noura = post.anyone();
      var message = post.thank(noura);
      if (security == MailServer.Security.STARTTLS) {
        dialogue.deliverDue();
        assertThat(post.state(message).state()).isEqualTo("queued");
        assertThat(relay.trouble()).isNotNull();
      }
      assertThat(post.received(noura)).isEmpty();
    }
  }

  @Test
  void anUnknownAddressIsTheOnlyThingThatMarksAClient() {
    var gone = post.anyone();
    var noura = post.anyone();
    var address = post.addressOf(gone);
    post.sink.fail(SinkFault.REFUSE_RECIPIENT, address::equals);
    var failed = post.thank(gone);
    var sent = post.thank(noura);
    dialogue.deliverDue();
    assertThat(post.state(failed).state()).isEqualTo("failed");
    assertThat(post.state(failed).reason()).isEqualTo("address");
    assertThat(post.state(failed).smtpReply()).startsWith("550 5.1.1");
    assertThat(post.state(sent).state()).isEqualTo("sent");
    assertThat(suppressed()).isEqualTo(1);

    var next = post.thank(gone);
    dialogue.deliverDue();
    assertThat(post.state(next).reason()).isEqualTo("suppressed");
    post.sink.fail(SinkFault.NONE);
    decisions.trustAddress(next);
    dialogue.deliverDue();
    assertThat(post.received(gone)).hasSize(1);
  }

  @Test
  void aRefusedMessageIsItsOwnFaultAndShowsTheAnswer() {
    var noura = post.anyone();
    post.sink.fail(SinkFault.REFUSE_MESSAGE);
    var message = post.thank(noura);
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("failed");
    assertThat(post.state(message).smtpReply()).isEqualTo("554 5.6.0 not taken");
    assertThat(suppressed()).isZero();
    post.sink.fail(SinkFault.NONE);
    decisions.tryAgain(message);
    dialogue.deliverDue();
    assertThat(post.received(noura)).hasSize(1);
  }

  @Test
  void whatMayHaveArrivedIsReportedAndAPersonDecides() {
    var first = post.anyone();
    var second = post.anyone();
    var addresses = List.of(post.addressOf(first), post.addressOf(second));
    post.sink.fail(SinkFault.DROP_AFTER_DOT, addresses::contains);
    var arrived = post.thank(first);
    dialogue.deliverDue();
    post.clock.advance(Duration.ofMinutes(1));
    var lost = post.thank(second);
    dialogue.deliverDue();
    assertThat(post.state(arrived).state()).isEqualTo("uncertain");
    assertThat(post.state(lost).state()).isEqualTo("uncertain");
    post.sink.fail(SinkFault.NONE);
    post.clock.advance(Duration.ofMinutes(1));
    dialogue.deliverDue();
    assertThat(post.received(first)).hasSize(1);

    decisions.arrived(arrived);
    decisions.tryAgain(lost);
    dialogue.deliverDue();
    assertThat(post.state(arrived).state()).isEqualTo("sent");
    assertThat(post.state(lost).state()).isEqualTo("sent");
    assertThat(post.received(first)).hasSize(1);
    assertThat(post.received(second)).hasSize(2).extracting(mail -> PostRoom.parse(mail).getMessageID()).containsOnly("<" + lost + "@birr.example>");
  }

  @Test
  void oneSlowMailboxDoesNotHoldUpTheOthers() {
    var slow = post.anyone();
    var others = IntStream.range(0, 10).mapToObj(_ -> post.anyone()).toList();
    var address = post.addressOf(slow);
    post.sink.fail(SinkFault.DEFER_RECIPIENT, address::equals);
    var message = post.thank(slow);
    others.forEach(post::thank);
    dialogue.deliverDue();
    assertThat(others).allSatisfy(client -> assertThat(post.received(client)).hasSize(1));
    assertThat(post.state(message).reason()).isEqualTo("deferred");
    assertThat(relay.trouble()).isNull();
    post.sink.fail(SinkFault.NONE);
    post.clock.advance(Duration.ofMinutes(10));
    dialogue.deliverDue();
    assertThat(post.received(slow)).hasSize(1);
  }

  @Test
  void withoutAServerMessagesWaitUntilThereIsOne() throws IOException {
    settings.offer(null);
    var noura = post.anyone();
    var message = post.thank(noura);
    assertThat(dialogue.deliverDue()).isZero();
    assertThat(post.state(message).state()).isEqualTo("queued");
    settings.offer(PostRoom.server(post.sink));
    dialogue.deliverDue();
    assertThat(post.received(noura)).hasSize(1);
  }

  private List<String> states(List<PartyId> clients) {
    return post.db.sql("select distinct state from dialogue.message where party_id = any (?)")
        .param(clients.stream().map(PartyId::value).toArray(java.util.UUID[]::new))
        .query(String.class)
        .list();
  }

  private int suppressed() {
    return post.db.sql("select count(*) from dialogue.suppressed_address").query(Integer.class).single();
  }
}
