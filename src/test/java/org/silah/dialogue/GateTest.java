package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever asks for a message, it leaves only if the client allows it, at a decent hour, and not too often. */
@CharityThatWrites
class GateTest {

  private static final Instant TEN_IN_THE_EVENING = Instant.parse("2026-11-22T19:00:00Z");
  private static final Instant EIGHT_IN_THE_MORNING = Instant.parse("2026-11-23T05:00:00Z");

  @Autowired PostRoom post;
  @Autowired Dialogue dialogue;
  @Autowired Decisions decisions;
  @Autowired GateSettings settings;
  @Autowired org.silah.constituents.families.Families families;

  @BeforeEach
  void open() throws IOException {
    post.open();
  }

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  @Test
  void thanksGoOutUnlessTheyWereRefused() {
    var noura = post.anyone();
    var refusing = post.anyone();
    post.answer(refusing, Topic.THANKS, false);
    var sent = post.thank(noura);
    var held = post.thank(refusing);
    dialogue.deliverDue();
    assertThat(post.state(sent).basis()).startsWith("thanks for gift:");
    assertThat(post.state(held).state()).isEqualTo("held");
    assertThat(post.state(held).reason()).isEqualTo("refused");
    assertThat(post.received(refusing)).isEmpty();
  }

  @Test
  void anythingElseNeedsAYesAndKeepsIt() {
    var silent = post.anyone();
    var willing = post.anyone();
    post.answer(willing, Topic.APPEALS, false);
    post.answer(willing, Topic.APPEALS, true);
    var held = post.send(appeal(silent));
    var sent = post.send(appeal(willing));
    dialogue.deliverDue();
    assertThat(post.state(held).reason()).isEqualTo("no_consent");
    assertThat(post.state(sent).state()).isEqualTo("sent");
    var consent = post.db.sql("select id from published.consent where party_id = ? and topic = 'appeals'").param(willing.value()).query(UUID.class).single();
    assertThat(post.state(sent).basis()).isEqualTo("consent:" + consent);
  }

  @Test
  void whoHasDiedIsWrittenToNoMoreAndNobodyMayOverrideThat() {
    var person = post.anyone();
    var deed = families.died(person, java.time.LocalDate.of(2026, 11, 1));
    assertThat(deed).isNotNull();
    var message = post.thank(person);
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("held");
    assertThat(post.state(message).reason()).isEqualTo("deceased");
    assertThat(post.received(person)).isEmpty();
    assertThat(Obstacle.DECEASED.mayBeReleased()).isFalse();
  }

  @Test
  void aFamilyIsGreetedAsTheCharityWroteItOrElseByItsName() {
    var family = post.client("أسرة المرحوم سالم القرني", "family@people.example", "ar", null, "family", post.officer().id());
    var first = post.thank(family);
    dialogue.deliverDue();
    assertThat(post.state(first).state()).isEqualTo("sent");
    assertThat(post.letters(family)).singleElement().asString().contains("أسرة المرحوم سالم القرني", "مع وافر التقدير");
    post.db.sql("insert into constituents.household (family_id, salutation) values (?, 'إلى أبناء الفقيد سالم رحمه الله')").param(family.value()).update();
    post.thank(family);
    dialogue.deliverDue();
    assertThat(post.letters(family)).hasSize(2).last().asString().contains("إلى أبناء الفقيد سالم رحمه الله");
  }

  @Test
  void nobodyIsWrittenToWhoWasRemovedOrHasNoAddressOrWhoseAddressIsRefused() {
    var removed = post.anyone();
    var unreachable = post.client("بلا بريد", null, "ar", "male");
    var refused = post.anyone();
    post.remove(removed);
    post.db.sql("insert into dialogue.suppressed_address values (lower(?), '550', now())").param(post.addressOf(refused).toUpperCase()).update();
    var first = post.thank(removed);
    var second = post.thank(unreachable);
    var third = post.thank(refused);
    dialogue.deliverDue();
    assertThat(post.state(first).reason()).isEqualTo("removed");
    assertThat(post.state(second).reason()).isEqualTo("no_address");
    assertThat(post.state(third).reason()).isEqualTo("suppressed");
    assertThat(post.sink.accepted()).isZero();
  }

  @Test
  void atNightAMessageWaitsUntilTheMorning() {
    post.clock.set(TEN_IN_THE_EVENING);
    var noura = post.anyone();
    var message = post.thank(noura);
    dialogue.deliverDue();
    assertThat(post.state(message).state()).isEqualTo("queued");
    assertThat(post.state(message).reason()).isEqualTo("quiet_hours");
    assertThat(post.received(noura)).isEmpty();
    post.clock.set(EIGHT_IN_THE_MORNING);
    dialogue.deliverDue();
    assertThat(post.received(noura)).hasSize(1);
  }

  @Test
  void quietHoursEndOnceHoweverTheyLie() {
    var riyadh = ZoneId.of("Asia/Riyadh");
    var night = new GateSetting(LocalTime.of(21, 0), LocalTime.of(8, 0), 1, 1);
    assertThat(night.quietUntil(TEN_IN_THE_EVENING, riyadh)).contains(EIGHT_IN_THE_MORNING);
    assertThat(night.quietUntil(Instant.parse("2026-11-23T00:00:00Z"), riyadh)).contains(EIGHT_IN_THE_MORNING);
    assertThat(night.quietUntil(EIGHT_IN_THE_MORNING, riyadh)).isEmpty();
    assertThat(night.quietUntil(WallClock.TEN, riyadh)).isEmpty();
    var noon = new GateSetting(LocalTime.of(12, 0), LocalTime.of(13, 0), 1, 1);
    assertThat(noon.quietUntil(Instant.parse("2026-11-22T09:30:00Z"), riyadh)).contains(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(new GateSetting(LocalTime.of(9, 0), LocalTime.of(9, 0), 1, 1).quietUntil(WallClock.TEN, riyadh)).isEmpty();
  }

  @Test
  void aClientGetsNoMoreThanTheLimitHoweverManySendersThereAre() {
    var noura = post.anyone();
    IntStream.range(0, 10).forEach(_ -> post.thank(noura));
    IntStream.range(0, 4).parallel().forEach(_ -> dialogue.deliverDue());
    dialogue.deliverDue();
    assertThat(post.received(noura)).hasSize(4);
    assertThat(reasons(noura)).containsOnly(Map.entry("cap", 6L));
  }

  @Test
  void theLimitForgetsWhatLiesBehindItsDays() {
    var noura = post.anyone();
    IntStream.range(0, 4).forEach(_ -> post.thank(noura));
    dialogue.deliverDue();
    post.clock.advance(java.time.Duration.ofDays(7).plusMinutes(1));
    post.thank(noura);
    dialogue.deliverDue();
    assertThat(post.received(noura)).hasSize(5);
  }

  @Test
  void aPersonMayLetAMessagePassTheLimitAndTheNightButNotARefusal() {
    settings.change(new GateSetting(LocalTime.of(21, 0), LocalTime.of(8, 0), 1, 7));
    var noura = post.anyone();
    post.thank(noura);
    dialogue.deliverDue();
    var second = post.thank(noura);
    dialogue.deliverDue();
    decisions.release(second);
    post.clock.set(TEN_IN_THE_EVENING);
    dialogue.deliverDue();
    assertThat(post.state(second).state()).isEqualTo("sent");

    var refusing = post.anyone();
    post.answer(refusing, Topic.THANKS, false);
    post.clock.set(WallClock.TEN);
    var held = post.thank(refusing);
    dialogue.deliverDue();
    assertThatThrownBy(() -> decisions.release(held)).isInstanceOf(NotToBeDecided.class);
    decisions.tryAgain(held);
    dialogue.deliverDue();
    assertThat(post.state(held).reason()).isEqualTo("refused");
    assertThat(post.received(refusing)).isEmpty();
  }

  @Test
  void aReleasedMessageStillObeysTheClientsNo() {
    settings.change(new GateSetting(LocalTime.of(21, 0), LocalTime.of(8, 0), 1, 7));
    var noura = post.anyone();
    post.thank(noura);
    dialogue.deliverDue();
    var second = post.thank(noura);
    dialogue.deliverDue();
    decisions.release(second);
    post.answer(noura, Topic.THANKS, false);
    dialogue.deliverDue();
    assertThat(post.state(second).reason()).isEqualTo("refused");
    assertThat(post.received(noura)).hasSize(1);
  }

  @Test
  void whatIsMendedIsSentWhenSomebodyAsksAgain() {
    var unreachable = post.client("بلا بريد", null, "ar", "male");
    var message = post.thank(unreachable);
    dialogue.deliverDue();
    post.address(unreachable, "found@people.example");
    decisions.tryAgain(message);
    dialogue.deliverDue();
    assertThat(post.received(unreachable)).hasSize(1);
  }

  private Map<String, Long> reasons(PartyId party) {
    return post.db.sql("select reason, count(*) as n from dialogue.message where party_id = ? and state = 'held' group by reason")
        .param(party.value())
        .query((row, _) -> Map.entry(row.getString("reason"), row.getLong("n")))
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static NewMessage appeal(PartyId party) {
    return PostRoom.message(party, "appeal:" + party, Topic.APPEALS, "thanks", Map.of("amount", "1", "purpose", "2", "designation", "", "date", "3"));
  }
}
