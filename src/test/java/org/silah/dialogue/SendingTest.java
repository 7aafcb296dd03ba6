package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    System.out.println(new String(post.received(noura).getFirst().content()).lines().limit(30).toList());
    System.out.println(PostRoom.text(mail));
    assertThat(mail.getSubject()).isEqualTo("وصلت زكاتكم، تقبل الله منكم");
    assertThat(PostRoom.text(mail)).contains("الأستاذة", "نورة الشمري", "حفظها الله", "الغرض: ", "زكاة", "1,250 ريال سعودي", "سالم الغامدي");
    assertThat(PostRoom.html(mail)).contains("<html lang=\"ar\" dir=\"rtl\">", "<bdi>نورة الشمري</bdi>", "سالم الغامدي");
    assertThat(post.state(message).state()).isEqualTo("sent");
    assertThat(post.state(message).smtpReply()).startsWith("250");
    assertThat(post.state(message).basis()).startsWith("thanks for gift:");
  }

  @Test
  void theSameMessageAskedForTwentyTimesGoesOutOnce() throws Exception {
    var noura = post.anyone();
    IntStream.range(0, 20).parallel().forEach(_ -> dialogue.send(PostRoom.thanks(noura, "thanks:one-gift")));
    IntStream.range(0, 4).parallel().forEach(_ -> dialogue.deliverDue());
    assertThat(post.received(noura)).hasSize(1);
  }
}
