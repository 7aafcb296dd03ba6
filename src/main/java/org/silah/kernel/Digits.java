package org.silah.kernel;

/** Digits as people type them in Arabic, Persian and every other script. */
public final class Digits {

  private Digits() {}

  /** {@code text} with every Unicode decimal digit (٣, ۳, ３, 𝟛 …) as its ASCII one; all else stays. */
  public static String toAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return fold(text, i);
      }
    }
    return text;
  }

  private static String fold(String text, int from) {
    var out = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c > 127 && Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }
}
