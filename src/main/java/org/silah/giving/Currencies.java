package org.silah.giving;

import java.util.Currency;
import org.silah.web.Language;

/** Currencies as people call them. */
final class Currencies {

  private Currencies() {}

  /** {@code ريال سعودي}. */
  static String name(Currency currency, Language language) {
    return com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode()).getName(language.locale(), com.ibm.icu.util.Currency.LONG_NAME, null);
  }
}
