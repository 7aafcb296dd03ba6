package org.silah.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A day of the Umm al-Qura calendar as it was and is published, 1343-1500 AH. We store {@link LocalDate}; this is a view
 * of it and the ground of yearly rules such as the zakat year.
 */
public record HijriDate(int year, int month, int day) implements Comparable<HijriDate> {

  /** More months than the calendar has, and few enough to count with. */
  private static final long FAR = 1_000_000;

  /** @throws DateTimeException for a day the published calendar does not have */
  public HijriDate {
    if (day < 1 || day > UmmAlQura.lengthOfMonth(year, month)) {
      throw new DateTimeException("%04d-%02d has %d days".formatted(year, month, UmmAlQura.lengthOfMonth(year, month)));
    }
  }

  /** @throws DateTimeException for a day outside the published calendar, 1924-08-01 to 2077-11-16 */
  public static HijriDate from(LocalDate date) {
    return UmmAlQura.at(date.toEpochDay());
  }

  public LocalDate toLocalDate() {
    return LocalDate.ofEpochDay(UmmAlQura.startOfMonth(year, month) + day - 1);
  }

  /** 29 or 30; 28 or 31 in eight months before 1365, where the printed calendar was corrected on the way. */
  public int lengthOfMonth() {
    return UmmAlQura.lengthOfMonth(year, month);
  }

  /**
   * The same day of a later or earlier month, or that month's last day where it is shorter.
   *
   * @throws DateTimeException if that is outside the published calendar
   */
  public HijriDate plusMonths(long months) {
    long there = 12L * year + month - 1 + Math.clamp(months, -FAR, FAR);
    int toYear = (int) Math.floorDiv(there, 12);
    int toMonth = Math.floorMod(there, 12) + 1;
    return new HijriDate(toYear, toMonth, Math.min(day, UmmAlQura.lengthOfMonth(toYear, toMonth)));
  }

  @Override
  public int compareTo(HijriDate other) {
    return Integer.compare(number(), other.number());
  }

  /** As {@code 1447-09-01}. */
  @Override
  public String toString() {
    int n = number();
    return "" + n / 10000 + '-' + n / 1000 % 10 + n / 100 % 10 + '-' + n / 10 % 10 + n % 10;
  }

  private int number() {
    return year * 10000 + month * 100 + day;
  }
}
