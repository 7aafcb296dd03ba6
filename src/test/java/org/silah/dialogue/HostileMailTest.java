package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a client is called and whatever somebody typed beside a gift, a mail has one sender, one recipient and one subject. */
@CharityThatWrites
class HostileMailTest {

  private static final List<String> HOSTILE = List.of(
      "نورة\r\nBcc: thief@evil.example", "نورة\nBcc: thief@evil.example", "نورة\rBcc: thief@evil.example",
      "نورة\r\n\r\n<script>alert(1)</script>", "نورة\u2028Bcc: thief@evil.example\u2029", "\u202Eelpmaxe.live@feiht\u202C",
      "\"نورة\" <thief@evil.example>, x", "a, b; c <thief@evil.example>", "=?utf-8?q?Bcc=3A_thief=40evil.example?=", "\u0085Bcc: thief@evil.example",
      "نورة\t\u000B\u000CTo: thief@evil.example", "{{env}} ${7*7} #{7*7} <%= 7*7 %> {amount}", ".\r\n.\r\nMAIL FROM:<thief@evil.example>\r\nDATA", "ن".repeat(290));

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
  void aNameAddsNoHeaderAndNoRecipient() throws Exception {
    var people = new LinkedHashMap<PartyId, String>();
    int count = 0;
    for (var name : HOSTILE) {
      var address = "hostile" + ++count + "@people.example";
      var party = post.client(name, address, count % 2 == 0 ? "ar" : "en", null);
      people.put(party, address);
      post.send(PostRoom.message(party, "hostile:" + count, Topic.THANKS, "thanks.project",
          Map.of("amount", "5 ريال", "purpose", name, "designation", name, "date", name)));
    }
    dialogue.deliverDue();

    for (var person : people.entrySet()) {
      var mails = post.received(person.getKey());
      assertThat(mails).as(person.getValue()).hasSize(1);
      assertThat(mails.getFirst().to()).containsExactly(person.getValue());
      var mail = PostRoom.parse(mails.getFirst());
      assertThat(mail.getAllRecipients()).extracting(to -> ((InternetAddress) to).getAddress()).containsExactly(person.getValue());
      assertThat(mail.getFrom()).extracting(from -> ((InternetAddress) from).getAddress()).containsExactly("thanks@birr.example");
      for (var header : List.of("To", "From", "Subject", "Reply-To", "Date", "Message-ID", "List-Unsubscribe", "MIME-Version", "Content-Type")) {
        assertThat(mail.getHeader(header)).as(header).hasSize(1);
      }
      assertThat(mail.getHeader("Cc")).isNull();
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(PostRoom.html(mail)).doesNotContain("<script>").doesNotContain("thief@evil.example>");
      assertThat(head(mails.getFirst())).doesNotContain("\u202E", "\u2028");
    }
    assertThat(post.sink.recipients()).isEqualTo(HOSTILE.size());
  }

  @Test
  void whatStandsInAFactIsNeverReadAsATemplate() throws Exception {
    var party = post.client("{{env}} ${7*7} #{7*7} {amount}", "template@people.example", "en", null);
    post.thank(party);
    dialogue.deliverDue();
    assertThat(PostRoom.text(post.mail(party))).contains("{{env}} ${7*7} #{7*7} {amount}").doesNotContain("49");
  }

  @Test
  void anAddressThatIsTwoOrHidesALineIsNoAddress() {
    int count = 0;
    for (var address : List.of("a@people.example, thief@evil.example", "a@people.example\r\nRCPT TO:<thief@evil.example>", "a@people.example>\r\nDATA")) {
      var message = post.thank(post.client("نورة", address, "ar", "female"));
      dialogue.deliverDue();
      assertThat(post.state(message).state()).as(address).isNotEqualTo("sent");
      count++;
    }
    assertThat(count).isEqualTo(3);
    assertThat(post.sink.accepted()).isZero();
  }

  private static String head(Sink.Received mail) {
    var text = new String(mail.content(), StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf("\r\n\r\n"));
  }
}
