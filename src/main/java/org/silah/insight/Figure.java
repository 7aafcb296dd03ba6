package org.silah.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * What the dashboard counts people or households by. The twelve months to a day end with it and begin the day after the same
 * date a year before; the twelve before them end with that date. A day that a year lacks (29 February) is taken as the last
 * of its month. Only gifts that were not reversed count.
 */
enum Figure {
  /** Donors with a gift in the last 12 months. */
  ACTIVE,
  /** The same a year ago: donors with a gift 24 to 12 months ago. */
  ACTIVE_BEFORE,
  /** Households that gave 24 to 12 months ago and again in the last 12. */
  RETAINED,
  /** Households that gave 24 to 12 months ago and not in the last 12. */
  LAPSED,
  /** Households that gave 36 to 24 months ago and again 24 to 12 months ago. */
  RETAINED_BEFORE,
  /** Households that gave 36 to 24 months ago and not 24 to 12 months ago. */
  LAPSED_BEFORE,
  /** Donors whose first gift of all came this Gregorian year. */
  NEW_GREGORIAN,
  /** Donors who gave this Gregorian year and before it. */
  EXISTING_GREGORIAN,
  /** Donors whose first gift of all came this Hijri year. */
  NEW_HIJRI,
  /** Donors who gave this Hijri year and before it. */
  EXISTING_HIJRI,
  /** Donors of the two highest classes whose last gift is more than 12 months old. */
  QUIET;

  /** As addresses and tables have it. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it counts households, each once however many of it give; the others count donors. */
  boolean households() {
    return this == RETAINED || this == LAPSED || this == RETAINED_BEFORE || this == LAPSED_BEFORE;
  }

  /** Message key of its name; its definition stands under the same key with {@code .is}. */
  String key() {
    return "insight.figure." + code();
  }

  String path() {
    return "/insight/" + code();
  }

  /** @throws NoSuchElementException if there is no such figure */
  static Figure of(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code().equals(code)).findFirst().orElseThrow(NoSuchElementException::new);
  }
}
