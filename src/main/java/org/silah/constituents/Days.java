package org.silah.constituents;

import java.time.LocalDate;
import org.silah.kernel.Dates;
import org.silah.kernel.Unreadable;

/** Days in the lives of clients. The tables carry the same bounds as checks. */
public final class Days {

  /** Whoever was born or took up a role before is no client of ours: a slip of the pen, or another calendar. */
  public static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

  private Days() {}

  /** @throws Unreadable if it is no day, or none that can be behind us */
  public static LocalDate past(String typed, LocalDate today) {
    return past(Dates.parse(typed), today);
  }

  /** @throws Unreadable if it has not come yet, or is too long ago */
  public static LocalDate past(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw new Unreadable("constituents.day.future");
    }
    if (day.isBefore(EARLIEST)) {
      throw new Unreadable("constituents.day.long-ago");
    }
    return day;
  }
}
