package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.constituents.Topic;
import org.springframework.beans.factory.annotation.Autowired;

/** A message goes out once, in the client's language, signed by whoever looks after the client. */
@CharityThatWrites
class SendingTest {

  @Autowired PostRoom post;
  @Autowired Dialogue dialogue;

  @BeforeEach
  void open() throws IOException {
    post.open();
  }

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  @Test
  void aDonorIsThankedInArabicByHerOfficer() throws Exception {
    var noura = post.anyone();
    var message = post.thank(noura);
    dialogue.deliverDue();

    var mail = post.mail(noura);
    assertThat(mail.getSubject()).isEqualTo("وصلت زكاتكم، تقبل الله منكم");
    assertThat(PostRoom.text(mail)).contains("الأستاذة", "نورة الشمري", "حفظها الله", "الغرض: ", "زكاة", "1,250 ريال سعودي", "سالم الغامدي");
    assertThat(PostRoom.html(mail)).contains("<html lang=\"ar\" dir=\"rtl\">", "<bdi>نورة الشمري</bdi>", "سالم الغامدي");
    assertThat(post.state(message).state()).isEqualTo("sent");
    assertThat(post.state(message).smtpReply()).startsWith("250");
  }

  @Test
  void aDonorIsThankedInEnglishByHisOfficer() throws Exception {
    var john = post.client("John Smith", "john@people.example", "en", "male");
    post.thank(john);
    dialogue.deliverDue();

    var mail = post.mail(john);
    assertThat(mail.getSubject()).isEqualTo("Your zakat has reached us");
    assertThat(PostRoom.text(mail)).contains("Dear Mr ", "John Smith", "Zakat is kept apart", "Salem Alghamdi", "Al-Birr Society");
    assertThat(PostRoom.html(mail)).contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void whoHasNoOfficerHearsFromTheCharityItself() throws Exception {
    var firm = post.client("شركة البناء", "firm@people.example", "ar", null, "organisation", null);
    post.thank(firm);
    dialogue.deliverDue();
    assertThat(PostRoom.text(post.mail(firm))).contains("السادة في", "المحترمون", "جمعية البر").doesNotContain("سالم");
  }

  @Test
  void aClientOfUnknownGenderIsGreetedWithoutGuessing() throws Exception {
    var someone = post.client("نور", "nour@people.example", "ar", null);
    post.thank(someone);
    dialogue.deliverDue();
    assertThat(PostRoom.text(post.mail(someone))).contains("مع وافر التقدير").doesNotContain("الأستاذ", "حفظه", "حفظها");
  }

  @Test
  void everyPartOfTheMailSaysItsLanguageAndDirectionAndNothingIsFetchedFromOutside() throws Exception {
    var noura = post.anyone();
    post.thank(noura);
    dialogue.deliverDue();
    var html = PostRoom.html(post.mail(noura));
    for (var tag : List.of("<html", "<body", "<table", "<td")) {
      assertThat(html.split(tag, -1)).as(tag).hasSizeGreaterThan(1);
      for (var part : List.of(html.split(tag, -1)).subList(1, html.split(tag, -1).length)) {
        assertThat(part.substring(0, part.indexOf('>'))).as(tag).contains("dir=\"rtl\"");
      }
    }
    assertThat(html).doesNotContain("src=", "url(", "<link", "<script", "@import");
    assertThat(post.received(noura).getFirst().content()).hasSizeLessThan(100 * 1024);
  }

  @Test
  void theMailNamesItsSenderAndHowToStopIt() throws Exception {
    var noura = post.anyone();
    var message = post.thank(noura);
    dialogue.deliverDue();
    var mail = post.mail(noura);
    assertThat(mail.getFrom()[0].toString()).contains("thanks@birr.example");
    assertThat(mail.getReplyTo()[0].toString()).contains("salem@birr.example");
    assertThat(mail.getHeader("Message-ID")).containsExactly("<" + message + "@birr.example>");
    assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("<https://birr\\.example/unsubscribe/[A-Za-z0-9_-]{43}>");
    assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getSentDate()).isEqualTo(WallClock.TEN);
  }

  @Test
  void theSameMessageAskedForTwentyTimesAtOnceGoesOutOnce() {
    var noura = post.anyone();
    IntStream.range(0, 20).parallel().forEach(_ -> dialogue.send(PostRoom.thanks(noura, "thanks:" + noura)));
    IntStream.range(0, 4).parallel().forEach(_ -> dialogue.deliverDue());
    assertThat(post.received(noura)).hasSize(1);
  }

  @Test
  void aMessageTakenBackBeforeItLeavesIsNotSent() {
    var noura = post.anyone();
    var message = post.thank(noura);
    dialogue.cancel(post.db.sql("select unique_key from dialogue.message where id = ?").param(message.value()).query(String.class).single(), "gift_reversed");
    dialogue.deliverDue();
    assertThat(post.received(noura)).isEmpty();
    assertThat(post.state(message).state()).isEqualTo("cancelled");
  }

  @Test
  void manyMessagesAreAskedForAtOnceAndAllArrive() {
    var clients = IntStream.range(0, 300).mapToObj(_ -> post.anyone()).toList();
    assertThat(dialogue.sendAll(clients.stream().map(client -> PostRoom.thanks(client, "thanks:" + client)).toList())).isEqualTo(300);
    assertThat(dialogue.sendAll(clients.stream().map(client -> PostRoom.thanks(client, "thanks:" + client)).toList())).isZero();
    dialogue.deliverDue();
    assertThat(clients).allSatisfy(client -> assertThat(post.sink.copies(post.addressOf(client))).isEqualTo(1));
  }

  @Test
  void aMessageForLaterWaitsForItsTime() {
    var noura = post.anyone();
    var late = PostRoom.thanks(noura, "thanks:" + noura);
    var message = post.send(new NewMessage(late.key(), noura, Topic.THANKS, "x", late.kind(), late.telling(), null, null, null, WallClock.TEN.plusSeconds(3600)));
    dialogue.deliverDue();
    assertThat(post.received(noura)).isEmpty();
    post.clock.set(WallClock.TEN.plusSeconds(3600));
    dialogue.deliverDue();
    assertThat(post.received(noura)).hasSize(1);
    assertThat(post.state(message).state()).isEqualTo("sent");
  }
}
