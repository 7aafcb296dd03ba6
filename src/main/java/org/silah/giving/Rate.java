package org.silah.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * How much one major unit of a currency is worth in the charity's own, from a day on until the next rate begins.
 *
 * @param rate above zero, at most eight decimals
 */
record Rate(Currency currency, LocalDate fromDay, BigDecimal rate, Source source) {

  /** An official peg and an approximate figure came with Silah; the others somebody here entered. */
  enum Source {
    PEG, APPROXIMATE, ENTERED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Source of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
