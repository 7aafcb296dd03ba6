package org.silah.kernel;

/** What all text typed or pasted by people may carry, whatever it is meant to be. */
final class Typed {

  private Typed() {}

  /** ASCII digits, plain spaces, no controls, bidi marks or other characters without a shape; no space at either end. */
  static String plain(String text) {
    var ascii = Digits.toAscii(text);
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c < ' ' || c > '~') {
        return plainly(ascii);
      }
    }
    return ascii.strip();
  }

  private static String plainly(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        out.append(' ');
      } else if (!isControl(c) && Character.getType(c) != Character.FORMAT) {
        out.appendCodePoint(c);
      }
    });
    return out.toString().strip();
  }

  /** Controls of the screen and of the direction of text. */
  static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL
        || c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
