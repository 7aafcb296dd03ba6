package org.silah.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount, held in minor units: 100 halalas to the riyal, 1000 fils to the Kuwaiti dinar.
 * The number of decimals is the currency's own (ISO 4217), never assumed to be two.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** @throws ArithmeticException if {@code amount} has more decimals than the currency, or is beyond counting in a long */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(amount.movePointRight(decimals(currency)).longValueExact(), currency);
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** @throws ArithmeticException if the sum is beyond counting */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /** @throws ArithmeticException if the difference is beyond counting */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  /** In major units, with exactly the currency's decimals: 12.500 for 12500 fils. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, decimals(currency));
  }

  /** What this is worth in {@code to} at {@code rate} units of it to one of ours, rounded half to even. */
  public Money convert(BigDecimal rate, Currency to) {
    return of(amount().multiply(rate).setScale(decimals(to), RoundingMode.HALF_EVEN), to);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }

  /** Gold and the like (XAU) have no minor unit; they are counted whole. */
  private static int decimals(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
