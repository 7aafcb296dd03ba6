package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final Currency SAR = Currency.getInstance("SAR");
  private static final Currency KWD = Currency.getInstance("KWD");

  @ParameterizedTest
  @CsvSource({"500, SAR, 50000", "0.05, SAR, 5", "12.5, KWD, 12500", "12.500, KWD, 12500", "700, JPY, 700", "1E3, SAR, 100000",
      "-1.20, SAR, -120", "0, BHD, 0", "5.00, JPY, 5"})
  void anAmountIsCountedInTheSmallestCoin(BigDecimal amount, String currency, long minor) {
    var money = Money.of(amount, Currency.getInstance(currency));
    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.amount()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"1.255, SAR", "1.2345, KWD", "0.5, JPY", "99999999999999999999, SAR"})
  void whatTheCoinsCannotPayIsRefused(BigDecimal amount, String currency) {
    assertThatThrownBy(() -> Money.of(amount, Currency.getInstance(currency))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theAmountShowsTheCurrencysDecimals() {
    assertThat(new Money(12500, KWD).amount()).hasToString("12.500");
    assertThat(new Money(50000, SAR).amount()).hasToString("500.00");
    assertThat(new Money(7, Currency.getInstance("XAU")).amount()).hasToString("7");
  }

  @Test
  void sumsNeverRunOver() {
    assertThat(new Money(5, SAR).plus(new Money(7, SAR)).minus(new Money(2, SAR))).isEqualTo(new Money(10, SAR));
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE, SAR).plus(new Money(1, SAR))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE, SAR).minus(new Money(1, SAR))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void twoCurrenciesAreNeverMixed() {
    assertThatThrownBy(() -> new Money(1, SAR).plus(new Money(1, KWD))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Money(1, SAR).compareTo(new Money(1, KWD))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exchangeRoundsHalvesToEven() {
    assertThat(new Money(50, SAR).convert(new BigDecimal("0.05"), SAR)).isEqualTo(new Money(2, SAR));
    assertThat(new Money(150, SAR).convert(new BigDecimal("0.05"), SAR)).isEqualTo(new Money(8, SAR));
    assertThat(new Money(100, KWD).convert(new BigDecimal("12.1875"), SAR)).isEqualTo(new Money(122, SAR));
    assertThat(new Money(100_00, SAR).convert(new BigDecimal("0.0818"), KWD)).isEqualTo(new Money(8180, KWD));
  }

  @Test
  void whatIsAddedCanBeTakenAway() {
    var random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      var one = new Money(random.nextInt(), SAR);
      var other = new Money(random.nextInt(), SAR);
      assertThat(one.plus(other).minus(other)).isEqualTo(one);
      assertThat(Money.of(one.amount(), SAR)).isEqualTo(one);
      assertThat(one.compareTo(other)).isEqualTo(one.amount().compareTo(other.amount()));
    }
  }
}
