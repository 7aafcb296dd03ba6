package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.silah.kernel.Refusals.reason;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

  @ParameterizedTest
  @CsvSource({"Noura.Ali@Example.ORG, Noura.Ali@example.org", "' a@b.sa\u00A0', a@b.sa", "mailto:a@b.sa?subject=x, a@b.sa",
      "<a@b.sa>, a@b.sa", "نورة علي <a@b.sa>, a@b.sa",
      "<mailto:a@b.sa>, a@b.sa", "\u200Fa@b.sa\u200E, a@b.sa", "ali٢٠٢٦@b.sa, ali2026@b.sa",
      "o'neil+zakat@mail.b.co.uk, o'neil+zakat@mail.b.co.uk", "a@مثال.السعودية, a@xn--mgbh0fb.xn--mgberp4a5d4ar",
      "\uFEFFa@b.sa, a@b.sa"})
  void anAddressIsReadAsItIsWrittenTo(String typed, String address) {
    assertThat(Emails.parse(typed)).isEqualTo(address);
    assertThat(Emails.parse(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({"'', kernel.email.empty", "ahmed, kernel.email.at", "a@localhost, kernel.email.domain",
      "a@10.0.0.1, kernel.email.domain", "a@b..sa, kernel.email.domain", "a@-b.sa, kernel.email.domain",
      "'a@b.sa,c@d.sa', kernel.email.local", "a b@c.sa, kernel.email.local", "علي@b.sa, kernel.email.local",
      ".a@b.sa, kernel.email.local", "'\"a b\"@c.sa', kernel.email.local", "a@[10.0.0.1], kernel.email.domain",
      "'a@gmail,com', kernel.email.domain", "<a@b.sa> <c@d.sa>, kernel.email.local"})
  void whatIsNoAddressIsRefusedWithItsReason(String typed, String reason) {
    assertThat(reason(() -> Emails.parse(typed))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.sa\nBcc: c@d.sa", "a@b.sa\r\n", "\ra@b.sa", "a\u0000@b.sa", "a@b.sa\u0085"})
  void aSecondHeaderCannotBeSmuggledIn(String typed) {
    assertThat(reason(() -> Emails.parse(typed))).isEqualTo("kernel.email.control");
  }

  @Test
  void theAddressesOfTheStandardsAreJudgedAsTheStandardsSay() throws IOException {
    int accepted = 0;
    int refused = 0;
    try (var rows = CsvReader.builder().ofNamedCsvRecord(SharedData.path("email/addresses_isemail.csv"))) {
      for (var row : rows) {
        var address = shown(row.getField("address_with_control_pictures"));
        var category = row.getField("category");
        boolean readable = catchThrowable(() -> Emails.parse(address)) == null;
        if (category.equals("ISEMAIL_VALID_CATEGORY") && !row.getField("id").equals("5") || category.equals("ISEMAIL_DNSWARN")) {
          assertThat(readable).as(address).isTrue();
          accepted++;
        } else if (category.equals("ISEMAIL_ERR")) {
          assertThat(readable).as(address).isFalse();
          refused++;
        }
      }
    }
    assertThat(accepted).isEqualTo(21);
    assertThat(refused).isEqualTo(66);
  }

  @Test
  void whatIsReadCanBeSentToAndReadAgain() throws Exception {
    var random = new Random(3);
    var letters = "ab.@-_+'\" <>;,()[]\\:٣é\u200F\t1Aه".toCharArray();
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(letters[random.nextInt(letters.length)]);
      }
      if (random.nextBoolean()) {
        text.append("@b.sa");
      }
      try {
        var address = Emails.parse(text.toString());
        new InternetAddress(address, true).validate();
        assertThat(Emails.parse(address)).isEqualTo(address);
        read++;
      } catch (Unreadable e) {
        assertThat(e.code()).startsWith("kernel.email.");
      }
    }
    assertThat(read).isGreaterThan(250);
  }

  @Test
  @Timeout(20)
  void noTextIsTooLongToBeRefused() {
    for (var piece : new String[] {"a", "a.", "@", "a@", "-", "a-", "<", "mailto:"}) {
      assertThatThrownBy(() -> Emails.parse(piece.repeat(50_000))).isInstanceOf(Unreadable.class);
      assertThatThrownBy(() -> Emails.parse("a@" + piece.repeat(200 / piece.length()) + "!")).isInstanceOf(Unreadable.class);
    }
  }

  /** The file shows controls by their pictures. */
  private static String shown(String text) {
    var out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0x2400 && c < 0x2420 ? c - 0x2400 : c));
    return out.toString();
  }
}
