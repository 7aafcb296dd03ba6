package org.silah.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.silah.kernel.Money;

/**
 * What came in, by day.
 *
 * @param minor days without a gift may be missing
 * @param nothing no money, in the charity's own currency
 */
record Raised(NavigableMap<LocalDate, Long> minor, Money nothing) {

  Money sum(Days days) {
    return nothing.plus(new Money(
        minor.subMap(days.from(), true, days.to(), true).values().stream().mapToLong(Long::longValue).sum(), nothing.currency()));
  }

  /** Each day's sum, the earliest first. */
  List<Double> each(Days days) {
    return days.from().datesUntil(days.to().plusDays(1)).map(day -> minor.getOrDefault(day, 0L).doubleValue()).toList();
  }
}
