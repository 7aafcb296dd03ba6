package org.silah.insight;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Money;

/**
 * What was raised in a month or year until today, the same days of the one before it, and all of that.
 * A date that the month before lacks is taken as its last day.
 */
record Comparison(Days days, Money sum, Days sameDays, Money sameSum, Days before, Money beforeSum) {

  static Comparison ofMonth(LocalDate today, Reckoning calendar, Raised raised) {
    var before = calendar.month(calendar.monthBegin(today).minusDays(1));
    return of(new Days(calendar.monthBegin(today), today), new Days(before.from(), calendar.minusMonths(today, 1)), before, raised);
  }

  static Comparison ofYear(LocalDate today, Reckoning calendar, Raised raised) {
    var before = calendar.yearBefore(today);
    return of(new Days(calendar.yearBegin(today), today), new Days(before.from(), calendar.minusMonths(today, 12)), before, raised);
  }

  private static Comparison of(Days days, Days sameDays, Days before, Raised raised) {
    return new Comparison(days, raised.sum(days), sameDays, raised.sum(sameDays), before, raised.sum(before));
  }

  /** By how much of the same days before, such as 0.124 for more and -0.018 for less; null when nothing came in then. */
  @Nullable Double change() {
    return change(sum.minor(), sameSum.minor());
  }

  static @Nullable Double change(long now, long before) {
    return before == 0 ? null : (double) (now - before) / before;
  }
}
