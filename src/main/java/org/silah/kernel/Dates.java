package org.silah.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Dates as people type them, in either calendar: {@code 2026-03-05}, {@code 5/3/2026} (the day first, always),
 * {@code ١٤٤٧/٠٩/٠١}, {@code 12 رمضان 1447هـ}, {@code March 5, 2026}, with a weekday or a time beside them, which are
 * passed over. A year below 1700 is Hijri, and so is read by the Umm al-Qura calendar. A date given in both calendars must
 * be the same day in both. Years of two digits are refused, for nobody knows which century and calendar they mean.
 */
public final class Dates {

  private static final int LONGEST = 120;
  private static final Pattern TIME = Pattern.compile(
      "(?:(?<=\\d)[Tt]|(?<![\\d:]))(\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d{1,9})?)?"
      + "(?:\\s*(?:[zZ]|UTC|GMT|[+-]\\d{2}:?\\d{2}|[aApP]\\.?[mM]\\.?|صباحا|مساء|[صم]))*(?![\\d:])");
  private static final Pattern BOTH = Pattern.compile(
      "[()\\[\\]=]|corresponding(?: to)?|(?:ال)?موافق[هة]?|يوافقه?", Pattern.CASE_INSENSITIVE);

  private Dates() {}

  /** @throws Unreadable if this is not one day */
  public static LocalDate parse(String text) {
    var quick = DateParts.numbers(text);
    if (quick != null) {
      return quick.day();
    }
    if (text.length() > LONGEST) {
      throw new Unreadable("kernel.date.long");
    }
    var plain = Typed.plain(text);
    if (plain.isEmpty()) {
      throw new Unreadable("kernel.date.empty");
    }
    var numbers = DateParts.numbers(plain);
    if (numbers != null) {
      return numbers.day();
    }
    var sides = sides(withoutTime(plain));
    return switch (sides.size()) {
      case 1 -> one(sides.getFirst());
      case 2 -> agreed(one(sides.getFirst()), one(sides.getLast()));
      default -> throw new Unreadable("kernel.date.unreadable");
    };
  }

  private static String withoutTime(String text) {
    var time = TIME.matcher(text);
    if (!time.find()) {
      return text;
    }
    if (Integer.parseInt(time.group(1)) > 24 || Integer.parseInt(time.group(2)) > 59) {
      throw new Unreadable("kernel.date.time");
    }
    return text.substring(0, time.start()) + " " + text.substring(time.end());
  }

  /** The dates on both sides of «الموافق» or in brackets; what has no digit belongs to its neighbour. */
  private static List<String> sides(String text) {
    var sides = new ArrayList<String>();
    var pending = "";
    for (var side : BOTH.split(text)) {
      if (side.chars().anyMatch(Character::isDigit)) {
        sides.add(pending + " " + side);
        pending = "";
      } else if (sides.isEmpty()) {
        pending += " " + side;
      } else {
        sides.add(sides.removeLast() + " " + side);
      }
    }
    if (sides.isEmpty()) {
      sides.add(pending);
    }
    return sides;
  }

  /** One date, or two without a word between them. */
  private static LocalDate one(String text) {
    var parts = DateParts.of(text);
    if (!parts.isTooMuchForOne()) {
      return parts.day();
    }
    var reason = new Unreadable("kernel.date.unreadable");
    for (int cut = 2; cut < parts.size() - 1; cut++) {
      var first = parts.first(cut);
      var rest = parts.after(cut);
      if (first.isWhole() && rest.isWhole()) {
        try {
          return agreed(first.day(), rest.day());
        } catch (Unreadable e) {
          reason = e;
        }
      }
    }
    throw reason;
  }

  private static LocalDate agreed(LocalDate one, LocalDate other) {
    if (!one.equals(other)) {
      throw new Unreadable("kernel.date.disagree");
    }
    return one;
  }
}
