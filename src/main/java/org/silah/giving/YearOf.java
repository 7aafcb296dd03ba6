package org.silah.giving;

import java.time.LocalDate;
import org.silah.kernel.HijriDate;
import org.silah.segments.Period;

/** The year of a day in one of the two calendars, as {@code donor_year} keeps it. */
final class YearOf {

  private YearOf() {}

  static String calendar(Period period) {
    return period == Period.HIJRI_YEAR ? "h" : "g";
  }

  static int day(Period period, LocalDate day) {
    return period == Period.HIJRI_YEAR ? HijriDate.from(day).year() : day.getYear();
  }
}
