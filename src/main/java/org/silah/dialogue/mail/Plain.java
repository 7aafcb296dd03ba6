package org.silah.dialogue.mail;

/** Text from outside, made fit for a line of a mail: what could end the line, turn the direction or hide is taken out. */
public final class Plain {

  private static final int LONGEST = 500;

  private Plain() {}

  /** One line of at most 500 characters; space and line ends of every kind become one blank. */
  public static String line(String text) {
    var line = new StringBuilder(Math.min(text.length(), LONGEST));
    var afterBlank = true;
    for (int at = 0; at < text.length() && line.length() < LONGEST; ) {
      var c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isBlank(c)) {
        if (!afterBlank) {
          line.append(' ');
        }
        afterBlank = true;
      } else if (!isHidden(c)) {
        line.appendCodePoint(isHalf(c) ? 0xFFFD : c);
        afterBlank = false;
      }
    }
    return line.toString().strip();
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** Controls, and the marks that embed, override or isolate a direction. Joiners stay: letters need them. */
  private static boolean isHidden(int c) {
    return Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF || c >= 0xFFF9 && c <= 0xFFFB;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
