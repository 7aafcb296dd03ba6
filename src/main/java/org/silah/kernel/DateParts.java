package org.silah.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Months.Calendar;
import org.silah.kernel.Months.Month;

/** What a written date consists of, in its order. */
record DateParts(List<Object> parts) {

  /** @param digits how many were written: 05 has two */
  private record Number(int value, int digits) {}

  private static final int HIJRI_BELOW = 1700;
  private static final int LONGEST_NAME = 4;
  private static final String SEPARATORS = " :/\\-–—−.,،؍؛;'";
  private static final Set<String> HIJRI_ERA = Set.of("ه", "هج", "هجري", "هجريه", "الهجري", "ah", "h", "hijri", "hijriyah");
  private static final Set<String> GREGORIAN_ERA = Set.of("م", "ميلادي", "ميلاديه", "الميلادي", "ad", "ce", "g", "gregorian");
  private static final Set<String> PASSED_OVER = Set.of(
      "السبت", "الاحد", "الاثنين", "الاتنين", "الثلاثاء", "الثلاثا", "الاربعاء", "الاربعا", "الخميس", "الجمعه",
      "سبت", "احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه",
      "saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "sat", "sun", "mon", "tue", "tues", "wed",
      "thu", "thur", "thurs", "fri",
      "samedi", "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
      "يوم", "شهر", "عام", "سنه", "من", "في", "لعام", "لسنه", "بتاريخ", "تاريخ", "التاريخ", "date", "ل", "of", "the", "on", "in",
      "year", "st", "nd", "rd", "th", "le", "utc", "gmt");

  /** The commonest dates of a list, three ASCII numbers with one mark between them; null for anything else. */
  static @Nullable DateParts numbers(String text) {
    int length = text.length();
    if (length < 6 || length > 10) {
      return null;
    }
    var numbers = new ArrayList<Object>(3);
    int value = 0;
    int digits = 0;
    char mark = 0;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : 0;
      if (c >= '0' && c <= '9' && digits < 4) {
        value = value * 10 + c - '0';
        digits++;
      } else if (digits > 0 && (c == 0 || c == mark || mark == 0 && (c == '-' || c == '/' || c == '.'))) {
        mark = i < length ? c : mark;
        numbers.add(new Number(value, digits));
        value = 0;
        digits = 0;
      } else {
        return null;
      }
    }
    return numbers.size() == 3 ? new DateParts(numbers) : null;
  }

  /** @throws Unreadable at a word or mark that no date has */
  static DateParts of(String text) {
    var parts = new ArrayList<Object>();
    var words = new ArrayList<String>();
    for (int i = 0, end; i < text.length(); i = end) {
      end = runEnd(text, i);
      var run = text.substring(i, end);
      if (Character.isDigit(run.charAt(0))) {
        take(words, parts);
        parts.add(number(run));
      } else if (isWordy(run.charAt(0))) {
        words.addAll(Arrays.asList(PersonName.fold(run).split(" ")));
      } else if (SEPARATORS.indexOf(run.charAt(0)) < 0) {
        throw new Unreadable("kernel.date.unreadable");
      }
    }
    take(words, parts);
    return new DateParts(parts);
  }

  private static int runEnd(String text, int from) {
    int end = from + 1;
    boolean digit = Character.isDigit(text.charAt(from));
    if (digit || isWordy(text.charAt(from))) {
      while (end < text.length() && (digit ? Character.isDigit(text.charAt(end)) : isWordy(text.charAt(end)))) {
        end++;
      }
    }
    return end;
  }

  /** Apostrophes stand within the names of months: Sha'ban, Dhu al-Qi‘dah. */
  private static boolean isWordy(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || "'’‘`´".indexOf(c) >= 0;
  }

  private static Number number(String digits) {
    if (digits.length() > 8) {
      throw new Unreadable("kernel.date.unreadable");
    }
    return new Number(Integer.parseInt(digits), digits.length());
  }

  /** Moves the words to the parts, those that say nothing about the day or repeat themselves (آذار/مارس) left out. */
  private static void take(List<String> words, List<Object> parts) {
    for (int i = 0; i < words.size(); ) {
      i += take(words, i, parts);
    }
    words.clear();
  }

  private static int take(List<String> words, int from, List<Object> parts) {
    for (int length = Math.min(LONGEST_NAME, words.size() - from); length > 0; length--) {
      var word = String.join("", words.subList(from, from + length));
      var month = Months.of(word);
      var said = month != null ? month : era(word);
      if (said != null) {
        if (parts.isEmpty() || !parts.getLast().equals(said)) {
          parts.add(said);
        }
        return length;
      }
    }
    if (!words.get(from).isEmpty() && !PASSED_OVER.contains(words.get(from))) {
      throw new Unreadable("kernel.date.word");
    }
    return 1;
  }

  private static @Nullable Calendar era(String word) {
    return HIJRI_ERA.contains(word) ? Calendar.HIJRI : GREGORIAN_ERA.contains(word) ? Calendar.GREGORIAN : null;
  }

  int size() {
    return parts.size();
  }

  DateParts first(int count) {
    return new DateParts(parts.subList(0, count));
  }

  DateParts after(int count) {
    return new DateParts(parts.subList(count, parts.size()));
  }

  boolean isTooMuchForOne() {
    return of(Number.class).size() > 3 || of(Month.class).size() > 1 || of(Number.class).size() > 2 && of(Month.class).size() == 1;
  }

  /** Whether there is enough for a day, be it right or wrong. */
  boolean isWhole() {
    return of(Number.class).size() + of(Month.class).size() == 3 && of(Month.class).size() <= 1 && of(Calendar.class).size() <= 1;
  }

  /** @throws Unreadable if these parts are not one day of one calendar */
  LocalDate day() {
    var numbers = of(Number.class);
    var months = of(Month.class);
    if (numbers.size() + months.size() != 3) {
      return alone(numbers, months);
    }
    if (numbers.stream().anyMatch(number -> number.digits > 4)) {
      throw new Unreadable("kernel.date.unreadable");
    }
    boolean yearFirst = numbers.getFirst().digits > 2;
    boolean yearLast = numbers.getLast().digits > 2;
    if (yearFirst == yearLast) {
      throw new Unreadable(yearFirst ? "kernel.date.unreadable" : "kernel.date.twodigit");
    }
    var year = yearFirst ? numbers.getFirst() : numbers.getLast();
    var day = yearFirst ? numbers.getLast() : numbers.getFirst();
    if (year.digits == 3) {
      throw new Unreadable("kernel.date.twodigit");
    }
    return months.isEmpty()
        ? day(year.value, middle(numbers, yearLast), day.value, calendar(year.value, null))
        : day(year.value, months.getFirst().number(), day.value, calendar(year.value, months.getFirst()));
  }

  private static int middle(List<Number> numbers, boolean dayFirst) {
    int month = numbers.get(1).value;
    if (dayFirst && month > 12 && month <= 31 && numbers.getFirst().value <= 12) {
      throw new Unreadable("kernel.date.monthfirst");
    }
    return month;
  }

  /** A single number may still be a date (20260305), or a reason. */
  private LocalDate alone(List<Number> numbers, List<Month> months) {
    if (numbers.size() == 1 && months.isEmpty()) {
      int value = numbers.getFirst().value;
      if (numbers.getFirst().digits == 8) {
        int middle = value / 100 % 100;
        boolean yearFirst = value / 10_000 >= UmmAlQura.FIRST_YEAR && middle >= 1 && middle <= 12;
        int year = yearFirst ? value / 10_000 : value % 10_000;
        int month = yearFirst ? middle : value / 10_000 % 100;
        int day = yearFirst ? value % 100 : value / 1_000_000;
        return day(year, month, day, calendar(year, null));
      }
      if (numbers.getFirst().digits == 5) {
        throw new Unreadable("kernel.date.serial");
      }
    }
    throw new Unreadable(numbers.isEmpty() ? "kernel.date.unreadable" : "kernel.date.incomplete");
  }

  /** The year decides; a month's name or an era that says otherwise is an error of somebody's. */
  private Calendar calendar(int year, @Nullable Month month) {
    var calendar = year < HIJRI_BELOW ? Calendar.HIJRI : Calendar.GREGORIAN;
    if (month != null && month.calendar() != calendar || of(Calendar.class).stream().anyMatch(era -> era != calendar)) {
      throw new Unreadable("kernel.date.calendar");
    }
    return calendar;
  }

  private static LocalDate day(int year, int month, int day, Calendar calendar) {
    if (calendar == Calendar.HIJRI && (year < UmmAlQura.FIRST_YEAR || year > UmmAlQura.LAST_YEAR)) {
      throw new Unreadable("kernel.date.hijrirange", "" + year);
    }
    if (month < 1 || month > 12) {
      throw new Unreadable("kernel.date.month", "" + month);
    }
    int length = calendar == Calendar.HIJRI ? UmmAlQura.lengthOfMonth(year, month) : YearMonth.of(year, month).lengthOfMonth();
    if (day < 1 || day > length) {
      var reason = calendar == Calendar.HIJRI ? "kernel.date.hijriday" : "kernel.date.day";
      throw new Unreadable(reason, "" + day, "" + month, "" + year, "" + length);
    }
    return calendar == Calendar.HIJRI ? new HijriDate(year, month, day).toLocalDate() : LocalDate.of(year, month, day);
  }

  private <T> List<T> of(Class<T> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
