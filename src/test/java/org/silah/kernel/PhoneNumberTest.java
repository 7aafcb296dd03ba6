package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silah.kernel.Refusals.reason;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  private static final PhoneNumberUtil BOOK = PhoneNumberUtil.getInstance();

  @Test
  void everyKnownSpellingMeansWhatItMeans() throws IOException {
    int rows = 0;
    try (var spellings = CsvReader.builder().ofNamedCsvRecord(SharedData.path("phone/spellings_sa_ae_eg.csv"))) {
      for (var row : spellings) {
        var typed = row.getField("input");
        var region = row.getField("default_region");
        if (row.getField("valid").equals("true")) {
          assertThat(PhoneNumber.parse(typed, region).e164()).as(typed).isEqualTo(row.getField("e164"));
        } else {
          assertThatThrownBy(() -> PhoneNumber.parse(typed, region)).as(typed).isInstanceOf(Unreadable.class);
        }
        rows++;
      }
    }
    assertThat(rows).isEqualTo(138);
  }

  @Test
  void theNumbersOfTheRegionAreKnown() throws IOException {
    try (var examples = CsvReader.builder().ofNamedCsvRecord(SharedData.path("phone/mena_example_numbers.csv"))) {
      for (var row : examples) {
        var region = row.getField("region");
        var national = row.getField("example_national");
        var abroad = "+" + row.getField("cc") + national;
        assertThat(PhoneNumber.parse(national, region).e164()).as(region + " " + national).isEqualTo(abroad);
        assertThat(PhoneNumber.parse(abroad, "SA").e164()).isEqualTo(abroad);
        assertThat(PhoneNumber.parse(abroad, "SA").national()).isNotEmpty();
      }
    }
  }

  @Test
  void theNumbersOfAllCountriesAreWrittenAsTheLibraryWritesThem() throws NumberParseException {
    int numbers = 0;
    for (var region : BOOK.getSupportedRegions()) {
      for (var type : PhoneNumberUtil.PhoneNumberType.values()) {
        var example = BOOK.getExampleNumberForType(region, type);
        if (example != null) {
          var number = new PhoneNumber(BOOK.format(example, PhoneNumberFormat.E164));
          var read = BOOK.parse(number.e164(), "ZZ");
          assertThat(number.international()).isEqualTo(BOOK.format(read, PhoneNumberFormat.INTERNATIONAL));
          assertThat(number.national()).isEqualTo(BOOK.format(read, PhoneNumberFormat.NATIONAL));
          numbers++;
        }
      }
    }
    assertThat(numbers).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'0512345678", "’0512345678", "tel:+966-51-234-5678", "tel:0512345678", "(051) 234-5678",
      "051.234.5678", "0512345678 جوال", "هاتف 0512345678", "0512345678 (واتساب)", "0512345678 تحويلة 12", "0512345678 x12",
      "0512345678;ext=12", "\u202D0512345678\u202C",
      "0512345678\t", "\uFEFF0512345678", "+966\u00A051\u00A0234\u00A05678", "Mobile: 0512345678"})
  void whatSurroundsANumberIsNotPartOfIt(String typed) {
    assertThat(PhoneNumber.parse(typed, "SA").e164()).isEqualTo("+966512345678");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"''|empty", "'  \u200F'|empty", "9.66512E+11|scientific", "9,66512E+11|scientific",
      "966512345678.0|decimal", "966512345678,00|decimal", "0512345678 / 0551234567|several", "0512345678, 0551234567|several",
      "0512345678 و 0551234567|several", "0512345678x55512345|several",
      "0512345678 أم محمد|unreadable", "abc|unreadable", "-|unreadable", "99999|short", "051234567|invalid",
      "+96651234567890123|long", "+999512345678|country", "+966012345678|invalid"})
  void whatCannotBeDialledIsRefusedWithItsReason(String typed, String reason) {
    assertThat(reason(() -> PhoneNumber.parse(typed, "SA"))).isEqualTo("kernel.phone." + reason);
  }

  @Test
  void aSpreadsheetsDecimalIsTakenOffItsCells() {
    assertThat(PhoneNumber.fromCell("966512345678.0", "SA").e164()).isEqualTo("+966512345678");
    assertThat(PhoneNumber.fromCell("512345678.00", "SA").e164()).isEqualTo("+966512345678");
    assertThat(PhoneNumber.fromCell("051.234.5670", "SA").e164()).isEqualTo("+966512345670");
    assertThatThrownBy(() -> PhoneNumber.fromCell("9.66512E+11", "SA")).isInstanceOf(Unreadable.class);
  }

  @Test
  void aNumberIsShownAtHomeAndAbroad() {
    var number = new PhoneNumber("+966512345678");
    assertThat(number.national()).isEqualTo("051 234 5678");
    assertThat(number.international()).isEqualTo("+966 51 234 5678");
    assertThat(number.region()).isEqualTo("SA");
    assertThat(new PhoneNumber("+15148710000").region()).isEqualTo("CA");
    assertThatThrownBy(() -> new PhoneNumber("0512345678")).isInstanceOf(IllegalArgumentException.class);
  }

  /** The short way through QuickDial is right only if the library, asked in full, says the same of every number. */
  @ParameterizedTest
  @ValueSource(strings = {"SA", "AE", "KW", "BH", "QA", "OM", "YE", "JO", "IQ", "LB", "SY", "PS", "EG", "SD", "LY", "TN", "DZ",
      "MA"})
  void theShortWayLeadsWhereTheLongOneDoes(String region) {
    var random = new Random(region.hashCode());
    var code = "" + BOOK.getCountryCodeForRegion(region);
    var prefixes = new String[] {"", "0", "00",
        "+", code, "+" + code, "00" + code, "0" + code, "+" + code + "0", code + "0", code + code, "00" + code + "0", "000",
        "+966", "00971", "+20", "+213", "+1", "00"};
    int quick = 0;
    for (int i = 0; i < 6_000; i++) {
      var typed = prefixes[random.nextInt(prefixes.length)] + digits(random, region, i % 2 == 0);
      var answer = QuickDial.read(typed, region, BOOK);
      if (answer != null) {
        assertThat(answer).as(region + " " + typed).isEqualTo(library(typed, region));
        quick++;
      }
    }
    assertThat(quick).isGreaterThan(100);
  }

  @Test
  @Timeout(60)
  void anyTextIsANumberOrRefused() {
    var random = new Random(9);
    var letters = "0123456789٠٥٦+-() .,/xE'\u200Fجوال".toCharArray();
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "05" : "");
      for (int n = random.nextInt(16); n >= 0; n--) {
        text.append(letters[random.nextInt(random.nextInt(3) == 0 ? letters.length : 10)]);
      }
      try {
        var number = PhoneNumber.parse(text.toString(), "SA");
        assertThat(PhoneNumber.parse(number.e164(), "EG")).isEqualTo(number);
      } catch (Unreadable e) {
        assertThat(e.code()).startsWith("kernel.phone.");
      }
    }
    for (var piece : new String[] {"0", "+", "-", " ", "(", "x", "جوال", "tel:", ",", "0512345678 "}) {
      assertThatThrownBy(() -> PhoneNumber.parse(piece.repeat(20_000), "SA")).isInstanceOf(Unreadable.class);
      assertThatThrownBy(() -> PhoneNumber.parse(piece.repeat(240 / piece.length()), "SA")).isInstanceOf(Unreadable.class);
    }
  }

  /** Digits at random, or an example's with the last ones changed, so that many exist. */
  private static String digits(Random random, String region, boolean like) {
    if (!like) {
      return random.ints(4 + random.nextInt(8), 0, 10).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
    }
    var types = PhoneNumberUtil.PhoneNumberType.values();
    var example = BOOK.getExampleNumberForType(region, types[random.nextInt(2)]);
    return "" + (example.getNationalNumber() / 100_000 * 100_000 + random.nextInt(100_000));
  }

  private static @Nullable String library(String typed, String region) {
    try {
      var number = BOOK.parse(typed, region);
      return BOOK.isValidNumber(number) ? BOOK.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException e) {
      return null;
    }
  }
}
