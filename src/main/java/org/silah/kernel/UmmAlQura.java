package org.silah.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** The published month lengths, from {@code umm_al_qura.txt}, which names their sources. */
final class UmmAlQura {

  static final int FIRST_YEAR = 1343;
  static final int LAST_YEAR = 1500;
  private static final LocalDate BEGIN = LocalDate.of(1924, 8, 1);

  /** The first day of each month as days since 1970, and after them the day that follows the last month. */
  private static final int[] STARTS = read();

  private UmmAlQura() {}

  static long startOfMonth(int year, int month) {
    return STARTS[index(year, month)];
  }

  static int lengthOfMonth(int year, int month) {
    int index = index(year, month);
    return STARTS[index + 1] - STARTS[index];
  }

  static HijriDate at(long epochDay) {
    if (epochDay < STARTS[0] || epochDay >= STARTS[STARTS.length - 1]) {
      throw outside(LocalDate.ofEpochDay(epochDay));
    }
    int found = Arrays.binarySearch(STARTS, (int) epochDay);
    int index = found < 0 ? -found - 2 : found;
    return new HijriDate(FIRST_YEAR + index / 12, index % 12 + 1, (int) epochDay - STARTS[index] + 1);
  }

  private static int index(int year, int month) {
    if (month < 1 || month > 12) {
      throw new DateTimeException("no month " + month);
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw outside("year " + year);
    }
    return (year - FIRST_YEAR) * 12 + month - 1;
  }

  private static DateTimeException outside(Object what) {
    return new DateTimeException("%s is outside the published Umm al-Qura calendar, 1343-01-01 to 1500-12-30 AH (%s to %s)"
        .formatted(what, BEGIN, LocalDate.ofEpochDay(STARTS[STARTS.length - 1] - 1)));
  }

  private static int[] read() {
    var starts = new int[(LAST_YEAR - FIRST_YEAR + 1) * 12 + 1];
    starts[0] = (int) BEGIN.toEpochDay();
    int month = 0;
    for (var line : lines()) {
      var numbers = line.split(" ");
      for (int i = 1; i <= 12; i++, month++) {
        starts[month + 1] = starts[month] + Integer.parseInt(numbers[i]);
      }
    }
    return starts;
  }

  private static Iterable<String> lines() {
    var file = Objects.requireNonNull(UmmAlQura.class.getResourceAsStream("umm_al_qura.txt"));
    try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
