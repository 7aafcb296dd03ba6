package org.silah.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int exit;

  @Test
  void aListOfDaysComesOutInOneCalendar() {
    assertThat(dates("--to hijri", "2026-02-18\n18/02/2026\n١٤٤٧/٠٩/٠١\r\n1 رمضان 1447هـ\n"))
        .containsExactly("1447-09-01", "1447-09-01", "1447-09-01", "1447-09-01");
    assertThat(dates("--to gregorian", "1447-09-01\n01/09/1447\n2026-02-18\n1 مارس 2026")).containsExactly("2026-02-18",
        "2026-02-18", "2026-02-18", "2026-03-01");
    assertThat(exit).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void aListOfTelephonesComesOutInOneForm() {
    assertThat(phones("--region SA", "0512345678\n٠٥١ ٢٣٤ ٥٦٧٨\n+20 10 01234567\n"))
        .containsExactly("+966512345678", "+966512345678", "+201001234567");
    assertThat(phones("--region=eg", "010 01234567")).containsExactly("+201001234567");
  }

  @Test
  void whatCannotBeReadSaysWhyOnItsOwnLine() {
    assertThat(dates("--to gregorian", "31/02/2026\n\n   \n2026-03-05\nabc\t\n")).satisfiesExactly(
        line -> assertThat(line).startsWith("invalid\tDay 31").contains("28"),
        line -> assertThat(line).isEqualTo("invalid\tempty line"),
        line -> assertThat(line).isEqualTo("invalid\tempty line"),
        line -> assertThat(line).isEqualTo("2026-03-05"),
        line -> assertThat(line).startsWith("invalid\t"));
    assertThat(dates("--to hijri --lang ar", "31/02/2026\n\n")).containsExactly(
        "invalid\tلا يوجد يوم 31، فشهر 2 من سنة 2026 عدد أيامه 28.", "invalid\tسطر فارغ");
    assertThat(dates("--to hijri", "1900-01-01")).first().asString().startsWith("invalid\t").contains("1924-08-01");
    assertThat(phones("--region SA", "9.66512E+11\n")).first().asString().startsWith("invalid\t").contains("spreadsheet");
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--to", "--to julian", "--from hijri", "hijri", "--to hijri --lang fr", "--to hijri extra",
      "--help"})
  void wrongOptionsAreExplained(String options) {
    assertThat(dates(options, "2026-02-18\n")).isEmpty();
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("dates --to hijri|gregorian");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--region", "--region XX", "--region SAU", "--to hijri"})
  void wrongRegionsAreExplained(String options) {
    assertThat(phones(options, "0512345678\n")).isEmpty();
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("phones --region SA");
  }

  @Test
  void theNameOfTheFilterMayStandAmongItsArguments() {
    assertThat(dates("dates --to hijri", "2026-02-18\n")).containsExactly("1447-09-01");
  }

  @Test
  void eachLineInIsOneLineOut() {
    var random = new Random(4);
    for (int i = 0; i < 200; i++) {
      var bytes = new byte[random.nextInt(3000)];
      random.nextBytes(bytes);
      for (int n = 0; n < bytes.length; n++) {
        bytes[n] = random.nextInt(20) == 0 ? (byte) '\n' : random.nextInt(20) == 0 ? (byte) '\r' : bytes[n];
      }
      int lines = 0;
      for (byte b : bytes) {
        lines += b == '\n' ? 1 : 0;
      }
      lines += bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
      out.reset();
      Filters.phones(new String[] {"--region",
          "SA"}, new ByteArrayInputStream(bytes), new PrintStream(out), new PrintStream(err));
      assertThat(out.toString(UTF_8).chars().filter(c -> c == '\n').count()).isEqualTo(lines);
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() {
    assertThat(phones("--region SA", "\uFEFF0512345678\n0512345678")).containsExactly("+966512345678", "+966512345678");
  }

  /** Fifty megabytes without an end of line are read past, not kept. */
  @Test
  void anEndlessLineIsRefused() {
    var endless = new InputStream() {
      private long left = 50_000_000;

      @Override
      public int read() {
        return left-- > 0 ? '5' : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        int count = (int) Math.min(left, length);
        Arrays.fill(bytes, from, from + Math.max(count, 0), (byte) '5');
        left -= count;
        return count > 0 ? count : -1;
      }
    };
    Filters.phones(new String[] {"--region", "SA"}, endless, new PrintStream(out), new PrintStream(err));
    assertThat(out.toString(UTF_8)).isEqualTo("invalid\tThe line is too long.\n");
  }

  /** Somebody who types a line gets its answer before typing the next. */
  @Test
  void anAnswerIsGivenBeforeTheNextLineIsAwaited() {
    var typist = new InputStream() {
      private int line;

      @Override
      public int read() throws IOException {
        throw new IOException("lines only");
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        assertThat(out.toString(UTF_8).lines().count()).isEqualTo(line);
        var text = "0512345678\n".getBytes(UTF_8);
        System.arraycopy(text, 0, bytes, from, text.length);
        return line++ < 3 ? text.length : -1;
      }
    };
    Filters.phones(new String[] {"--region", "SA"}, typist, new PrintStream(out), new PrintStream(err));
    assertThat(out.toString(UTF_8).lines()).hasSize(3);
  }

  private List<String> dates(String options, String lines) {
    out.reset();
    exit = Filters.dates(split(options), stream(lines), new PrintStream(out), new PrintStream(err));
    return out.toString(UTF_8).lines().toList();
  }

  private List<String> phones(String options, String lines) {
    out.reset();
    exit = Filters.phones(split(options), stream(lines), new PrintStream(out), new PrintStream(err));
    return out.toString(UTF_8).lines().toList();
  }

  private static InputStream stream(String lines) {
    return new ByteArrayInputStream(lines.getBytes(UTF_8));
  }

  private static String[] split(String options) {
    return options.isEmpty() ? new String[0] : options.split(" ");
  }
}
