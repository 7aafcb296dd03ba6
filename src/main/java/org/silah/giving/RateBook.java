package org.silah.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silah.kernel.Money;

/** All rates at one moment, for many gifts at once. */
final class RateBook {

  private final Currency own;
  private final Map<Currency, TreeMap<LocalDate, BigDecimal>> rates = new HashMap<>();

  RateBook(Currency own, List<Rate> all) {
    this.own = own;
    all.forEach(rate -> rates.computeIfAbsent(rate.currency(), _ -> new TreeMap<>()).put(rate.fromDay(), rate.rate()));
  }

  Currency own() {
    return own;
  }

  /** @throws NoExchangeRate if there is none for that day */
  Money inOwn(Money amount, LocalDate day) {
    if (amount.currency().equals(own)) {
      return amount;
    }
    var rate = rates.getOrDefault(amount.currency(), new TreeMap<>()).floorEntry(day);
    if (rate == null) {
      throw new NoExchangeRate(amount.currency(), day);
    }
    return amount.convert(rate.getValue(), own);
  }
}
