package org.silah.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as people type them, in either calendar. */
public final class Dates {

  private Dates() {}

  /** @throws Unreadable if this is not one day */
  public static LocalDate parse(String text) {
    var parts = Digits.toAscii(text).trim().split("[/.-]");
    try {
      int a = Integer.parseInt(parts[0]), b = Integer.parseInt(parts[1]), c = Integer.parseInt(parts[2]);
      int year = a > 31 ? a : c;
      int day = a > 31 ? c : a;
      return year < 1700 ? new HijriDate(year, b, day).toLocalDate() : LocalDate.of(year, b, day);
    } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
      throw new Unreadable("kernel.date.unreadable");
    }
  }
}
