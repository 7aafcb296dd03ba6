package org.silah.kernel;

import java.math.BigDecimal;

/** Amounts of money as people type them. */
public final class Amounts {

  private Amounts() {}

  /** @throws Unreadable if this is not one amount */
  public static BigDecimal parse(String text) {
    var plain = Digits.toAscii(text).replaceAll("[^0-9.,-]", "").replace(",", "");
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException e) {
      throw new Unreadable("kernel.amount.unreadable");
    }
  }

  /** @throws Unreadable if this is not one amount above zero */
  public static BigDecimal parsePositive(String text) {
    var amount = parse(text);
    if (amount.signum() <= 0) {
      throw new Unreadable("kernel.amount.positive");
    }
    return amount;
  }
}
