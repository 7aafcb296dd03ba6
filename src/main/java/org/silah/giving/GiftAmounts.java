package org.silah.giving;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.silah.kernel.Amounts;
import org.silah.kernel.Money;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;

/** Amounts of gifts as people type them. */
final class GiftAmounts {

  /** Major units. Far above any gift, and sums of it still fit in a bigint. */
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(11);

  private GiftAmounts() {}

  /** @throws Unreadable if it is no currency that people pay in */
  static Currency currency(String code) {
    try {
      var currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // told below, with the codes that are no money, such as gold
    }
    throw new Unreadable("giving.unknown-currency");
  }

  /**
   * A code, or a name such as ريال سعودي; one that several currencies bear, such as ريال, is {@code own} if that bears it too.
   *
   * @throws Unreadable if it is no currency, or several and not our own
   */
  static Currency currencyInWords(String text, Currency own) {
    var words = text.strip();
    if (words.matches("[A-Za-z]{3}")) {
      return currency(words);
    }
    return Amounts.currency("1 " + words).or(() -> Optional.of(own).filter(ours -> bears(ours, words)))
        .orElseThrow(() -> new Unreadable("giving.unknown-currency"));
  }

  private static boolean bears(Currency currency, String words) {
    return Arrays.stream(Language.values()).map(language -> PersonName.fold(Currencies.name(currency, language)))
        .anyMatch(name -> (" " + name + " ").contains(" " + PersonName.fold(words) + " "));
  }

  /**
   * @throws Unreadable if it is no amount above zero, has more decimals than the currency, or is beyond belief. 1.250 riyals is
   *     refused although it is the same as 1.25, since some lists mean one thousand two hundred and fifty by it
   */
  static Money read(String text, Currency currency) {
    var amount = Amounts.parsePositive(text);
    if (amount.scale() > currency.getDefaultFractionDigits()) {
      throw new Unreadable("giving.too-many-decimals", currency, currency.getDefaultFractionDigits());
    }
    if (amount.compareTo(LARGEST) > 0) {
      throw new Unreadable("giving.too-large");
    }
    return Money.of(amount, currency);
  }
}
