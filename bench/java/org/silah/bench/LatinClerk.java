package org.silah.bench;

import java.util.List;

/** Writes an Arabic name in Latin letters, one by one. */
final class LatinClerk {

  private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإ";
  private static final List<String> LATIN = List.of("a", "b", "t", "th", "j", "h", "kh", "d", "th", "r", "z", "s", "sh", "s", "d", "t", "z", "a", "gh", "f", "q", "k", "l",
      "m", "n", "h", "w", "i", "a", "a", "a", "i");

  private LatinClerk() {}

  /** Words stay apart; a letter that is none of these is left out. */
  static String written(String name) {
    var out = new StringBuilder();
    for (char c : name.toCharArray()) {
      int at = ARABIC.indexOf(c);
      out.append(c == ' ' ? " " : at < 0 ? "" : LATIN.get(at));
    }
    return out.toString();
  }
}
