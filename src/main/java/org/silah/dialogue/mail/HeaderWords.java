package org.silah.dialogue.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text in a mail's header: RFC 2047 where it is not plain ASCII. The mail library does the same, but looks its own
 * implementation up through every jar for each word, which cost a third of a whole delivery.
 */
final class HeaderWords {

  /** A word is at most 75 characters, of which 63 are left for base64: 45 bytes, whole characters only. */
  private static final int BYTES = 45;
  private static final String FOLD = "\r\n ";
  private static final int LONGEST_NAME = 60;

  private HeaderWords() {}

  /** @param text one line, as {@link Plain} makes it */
  static String text(String text) {
    return isAscii(text) && text.length() < 900 ? text : encoded(text);
  }

  /** {@code name <address>}; a long name is cut. */
  static String mailbox(String name, String address) {
    var line = Plain.line(name);
    var cut = line.codePointCount(0, line.length()) > LONGEST_NAME ? line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) : line;
    var phrase = isAscii(cut) ? '"' + cut.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : encoded(cut);
    return phrase + (phrase.length() + address.length() > 70 ? FOLD : " ") + "<" + address + ">";
  }

  private static String encoded(String text) {
    var words = new StringBuilder(text.length() * 3);
    var word = new StringBuilder(BYTES);
    int bytes = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int more = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes + more > BYTES) {
        append(words, word);
        bytes = 0;
      }
      word.appendCodePoint(c);
      bytes += more;
      at += Character.charCount(c);
    }
    append(words, word);
    return words.toString();
  }

  private static void append(StringBuilder words, StringBuilder word) {
    if (!words.isEmpty()) {
      words.append(FOLD);
    }
    words.append("=?UTF-8?B?").append(Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8))).append("?=");
    word.setLength(0);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }
}
