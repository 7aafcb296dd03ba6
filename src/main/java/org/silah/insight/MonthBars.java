package org.silah.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Money;
import org.silah.web.ChartBars;
import org.silah.web.Words;

/** What was raised in each of the last twelve months, beside the same month a year before. */
final class MonthBars {

  private static final int MONTHS = 12;

  private MonthBars() {}

  /** The days that the bars need. */
  static Days span(LocalDate today, Reckoning calendar) {
    return new Days(calendar.monthBegin(calendar.minusMonths(today, 2 * MONTHS - 1)), today);
  }

  static ChartBars of(Raised raised, LocalDate today, Reckoning calendar, Words words) {
    var begin = calendar.monthBegin(today);
    var groups = IntStream.iterate(MONTHS - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(ago -> group(calendar.month(calendar.minusMonths(begin, ago)), raised, calendar, words)).toList();
    return new ChartBars(words.get("insight.months.title"), words.get("insight.months.described"), words.get("insight.month"),
        List.of(words.get("insight.months.before"), words.get("insight.months.now")), groups, value -> words.compact(major(value, raised)));
  }

  private static ChartBars.Group group(Days month, Raised raised, Reckoning calendar, Words words) {
    var before = calendar.month(calendar.minusMonths(month.from(), MONTHS));
    return new ChartBars.Group(name(month.from(), calendar, words), shortName(month.from(), calendar, words),
        List.of(bar(before, raised, calendar, words), bar(month, raised, calendar, words)));
  }

  private static ChartBars.Bar bar(Days month, Raised raised, Reckoning calendar, Words words) {
    var sum = raised.sum(month);
    var text = words.wholeAmount(sum);
    return new ChartBars.Bar(sum.minor(), text, words.get("insight.months.told", name(month.from(), calendar, words), text), month.gifts());
  }

  private static double major(double minor, Raised raised) {
    return new Money(Math.round(minor), raised.nothing().currency()).amount().doubleValue();
  }

  private static String name(LocalDate day, Reckoning calendar, Words words) {
    var year = calendar == Reckoning.HIJRI ? HijriDate.from(day).year() : day.getYear();
    return words.get("insight.month-of-year", shortName(day, calendar, words), String.valueOf(year));
  }

  private static String shortName(LocalDate day, Reckoning calendar, Words words) {
    return calendar == Reckoning.HIJRI ? words.hijriMonth(HijriDate.from(day).month()) : words.get("insight.gregorian." + day.getMonthValue());
  }
}
