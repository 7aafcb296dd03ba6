package org.silah.segments;

import java.time.LocalDate;
import java.util.Optional;
import org.silah.kernel.HijriDate;

/** The stretch of time over which a donor's value is measured. It always ends today. */
public enum Period {
  ALL, LAST_12_MONTHS, GREGORIAN_YEAR, HIJRI_YEAR;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** @throws IllegalArgumentException if there is no such period */
  public static Period of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  /** Its first day; nothing for all time. Twelve months ago today is not in the last twelve months, the day after it is. */
  public Optional<LocalDate> since(LocalDate today) {
    return switch (this) {
      case ALL -> Optional.empty();
      case LAST_12_MONTHS -> Optional.of(today.minusMonths(12).plusDays(1));
      case GREGORIAN_YEAR -> Optional.of(today.withDayOfYear(1));
      case HIJRI_YEAR -> Optional.of(new HijriDate(HijriDate.from(today).year(), 1, 1).toLocalDate());
    };
  }
}
