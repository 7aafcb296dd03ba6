package org.silah.constituents.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;

/** Text as people type it, made fit to keep: what no text column or page can hold is taken out, the rest stays as it is. */
public final class Typed {

  public static final int NAME = 500;
  public static final int NOTE = 10_000;

  private static final Set<Integer> UNSEEN = Stream.of(
      Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
      Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK).map(Byte::intValue).collect(Collectors.toUnmodifiableSet());
  /** The fillers of Hangul and the empty pattern of Braille. */
  private static final String BLANK = "\u115F\u1160\u3164\uFFA0\u2800";

  /** Counted among the formats and seen all the same: the signs of number, year, page and verse. */
  private static final String SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06DD\u070F\u08E2";

  private Typed() {}

  /** @throws Unreadable if nothing is left that can be seen, or more than 500 characters */
  public static String name(String typed) {
    var name = PersonName.clean(keepable(typed));
    if (name.codePoints().noneMatch(Typed::isSeen)) {
      throw new Unreadable("constituents.name.missing");
    }
    return within(name, NAME);
  }

  /** @throws Unreadable if nothing is left, or more than {@code longest} characters */
  public static String text(@Nullable String typed, int longest) {
    var text = typed == null ? "" : keepable(typed).strip();
    if (text.isEmpty()) {
      throw new Unreadable("constituents.text.missing");
    }
    return within(text, longest);
  }

  /** Null for an empty box. */
  public static @Nullable String optional(@Nullable String typed, int longest) {
    return typed == null || keepable(typed).isBlank() ? null : text(typed, longest);
  }

  /** Without the characters that turn text around, as in names; null for an empty box. */
  public static @Nullable String line(@Nullable String typed, int longest) {
    return optional(typed == null ? null : PersonName.clean(keepable(typed)), longest);
  }

  /** Marks need a letter to stand on, and some letters and signs are blank: a name of nothing else would be one that nobody can read. */
  private static boolean isSeen(int c) {
    return SIGNS.indexOf(c) >= 0 || !UNSEEN.contains(Character.getType(c)) && BLANK.indexOf(c) < 0;
  }

  private static String within(String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw new Unreadable("constituents.text.long", longest);
    }
    return text;
  }

  /** PostgreSQL keeps no NUL, and half a surrogate pair is no character. */
  private static String keepable(String typed) {
    var kept = new StringBuilder(typed.length());
    typed.codePoints()
        .filter(c -> c != 0)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
