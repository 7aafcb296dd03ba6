package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silah.kernel.Refusals.reason;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"500|500", "1,250.50|1250.50", "1.250,50|1250.50", "1 250,5|1250.5", "١٬٢٥٠٫٥٠|1250.50",
      "۱٬۲۵۰٫۵۰|1250.50", "1,250|1250", "1.250|1.250", "1,25|1.25", "1,5|1.5", "0,250|0.250",
      "1,250,000|1250000", "1.250.000|1250000", "1'250.50|1250.50", "1’250’000|1250000", "1\u00A0250,50|1250.50",
      "1\u202F250|1250", "١،٢٥٠|1250", "12,34,567.5|1234567.5", "1.250,500|1250.500", "1 250,500|1250.500",
      ".5|0.5", "٫5|0.5", "5.|5", "-5|-5", "5-|-5", "(5)|-5", "−1,250|-1250", "+5|5", "0|0", "0.00|0.00", "\u200F500\u200F|500",
      "  500\t|500", "0005|5"})
  void anAmountIsReadWithItsSeparators(String typed, BigDecimal amount) {
    assertThat(Amounts.parse(typed)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"500 ر.س|SAR", "500ر.س.|SAR", "ر.س 500|SAR", "SAR 500|SAR", "500 sar|SAR", "⃁500|SAR",
      "500 ⃁|SAR", "500 ريال|", "500 ريالاً سعودياً|SAR", "500 ريال سعودي فقط لا غير|SAR", "٥٠٠ د.ك|KWD", "د.ك.500|KWD",
      "500 دينار كويتي|KWD", "$500|", "US$ 500|USD", "500 €|EUR", "AED500|AED", "500 درهم إماراتي|AED", "500 جنيه مصري|EGP",
      "500 ج.م|EGP", "500 (ر.س)|SAR", "500|", "-$500|", "500 ﷼|", "500 ريـال|", "500 (SAR)|SAR"})
  void theCurrencyMayStandBeside(String typed, String code) {
    assertThat(Amounts.parse(typed).abs()).isEqualByComparingTo("500");
    assertThat(Amounts.currency(typed).map(Currency::getCurrencyCode).orElse(null)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"''|kernel.amount.empty", "'  \u200F'|kernel.amount.empty", "abc|kernel.amount.digits",
      "ر.س|kernel.amount.digits", "-|kernel.amount.digits", "5 آلاف|kernel.amount.word", "خمسة 5|kernel.amount.word",
      "5k|kernel.amount.word",
      "500 هللة|kernel.amount.word", "5%|kernel.amount.unreadable", "1.25E+06|kernel.amount.scientific",
      "500-600|kernel.amount.several", "12/5|kernel.amount.several", "500 ر.س 600|kernel.amount.several",
      "1250,500|kernel.amount.separators", "1,250,50|kernel.amount.separators",
      "1,25.50|kernel.amount.separators", "1.2.3|kernel.amount.separators", "1,250.500.750|kernel.amount.separators",
      "12 34|kernel.amount.separators", "1٫250٫5|kernel.amount.separators", "(-5)|kernel.amount.unreadable",
      "--5|kernel.amount.unreadable", "#5|kernel.amount.unreadable"})
  void whatIsNoAmountIsRefusedWithItsReason(String typed, String reason) {
    assertThat(reason(() -> Amounts.parse(typed))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"0, kernel.amount.zero", "-5, kernel.amount.negative", "0.00, kernel.amount.zero"})
  void aGiftIsMoreThanNothing(String typed, String reason) {
    assertThat(reason(() -> Amounts.parsePositive(typed))).isEqualTo(reason);
  }

  @Test
  void twoCurrenciesAreOneTooMany() {
    assertThatThrownBy(() -> Amounts.currency("SAR 500 USD")).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "de-CH", "ar-SA-u-nu-arab", "fa", "en-IN", "ar-EG-u-nu-arab"})
  void whatACountryWritesIsReadBack(String country) {
    var random = new Random(7);
    var symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(country));
    var format = new DecimalFormat("#,##0.00", symbols);
    for (int i = 0; i < 2_000; i++) {
      var amount = BigDecimal.valueOf(random.nextLong(1L << random.nextInt(1, 50)), 2);
      var written = format.format(amount);
      assertThat(Amounts.parse(written)).as(written).isEqualByComparingTo(amount);
    }
  }

  @Test
  @Timeout(20)
  void anyTextIsReadOrRefused() {
    var random = new Random(11);
    var letters = "0123456789.,٫٬' -+()eEرسSAR$%٣۴\u00A0\u200F".toCharArray();
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(10); n >= 0; n--) {
        text.append(letters[random.nextInt(letters.length)]);
      }
      try {
        var amount = Amounts.parse(text.toString());
        assertThat(Amounts.parse(amount.toPlainString())).isEqualByComparingTo(amount);
      } catch (Unreadable e) {
        assertThat(e.code()).startsWith("kernel.amount.");
      }
    }
    for (var piece : new String[] {"9", "9,999", "9 ", "-", "(", ".", "ر"}) {
      assertThatThrownBy(() -> Amounts.parse(piece.repeat(100_000))).isInstanceOf(Unreadable.class);
    }
  }
}
