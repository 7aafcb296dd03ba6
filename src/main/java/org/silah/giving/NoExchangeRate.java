package org.silah.giving;

import java.time.LocalDate;
import java.util.Currency;
import org.silah.kernel.BrokenRule;

/** A foreign gift counts at the rate of its day, and the charity keeps none for it. */
class NoExchangeRate extends BrokenRule {
  NoExchangeRate(Currency currency, LocalDate day) {
    super("giving.no-rate", currency, day.toString());
  }
}
