package org.silah.giving;

import java.time.temporal.ChronoUnit;
import org.silah.web.Words;

/**
 * How often somebody gives.
 *
 * @param days from one gift to the next, on average; 0 when nothing can be said of it yet
 */
record Frequency(int gifts, long days) {

  private static final int LONG = 60;
  private static final double MONTH = 30.44;

  static Frequency of(Donors.Summary donor) {
    long span = ChronoUnit.DAYS.between(donor.firstOn(), donor.lastOn());
    return new Frequency(donor.gifts(), donor.gifts() < 2 ? 0 : Math.round((double) span / (donor.gifts() - 1)));
  }

  String in(Words words) {
    if (gifts < 2) {
      return words.get("giving.frequency.once");
    } else if (days == 0) {
      return words.get("giving.frequency.one-day");
    } else if (days < LONG) {
      return words.get("giving.frequency.days", days);
    } else {
      return words.get("giving.frequency.months", Math.round(days / MONTH));
    }
  }
}
