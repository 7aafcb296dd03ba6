package org.silah.giving;

import java.time.LocalDate;
import java.util.Optional;
import org.silah.kernel.Dates;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;

/** Days in a text box, which takes either calendar. */
final class TypedDays {

  private TypedDays() {}

  /** In the calendar that the reader's language puts first: {@code 1448-06-12} in Arabic, {@code 2026-11-22} in English. */
  static String today(LocalDate today, Language language) {
    return language == Language.AR ? HijriDate.from(today).toString() : today.toString();
  }

  static Optional<LocalDate> readable(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Dates.parse(text));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }
}
