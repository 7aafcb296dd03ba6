package org.silah.giving;

import java.time.LocalDate;
import org.silah.kernel.Dates;

/** Days of gifts. */
final class GiftDays {

  /** 1 Muharram 1343 AH. */
  private static final LocalDate CALENDAR_BEGINS = LocalDate.of(1924, 8, 1);

  private GiftDays() {}

  /**
   * @param text a day of either calendar
   * @throws org.silah.kernel.Unreadable if it is none
   * @throws GivenInTheFuture if it is after {@code today}
   * @throws GivenTooLongAgo if it is before the published Hijri calendar
   */
  static LocalDate read(String text, LocalDate today) {
    return check(Dates.parse(text), today);
  }

  static LocalDate check(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw new GivenInTheFuture();
    }
    if (day.isBefore(CALENDAR_BEGINS)) {
      throw new GivenTooLongAgo();
    }
    return day;
  }
}
