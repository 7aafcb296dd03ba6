package org.silah.constituents.likeness;

/** How a word in Latin letters is said: one for vowels that are written this way or that, for doubled letters, ph and f, k and q. */
final class Sounds {

  private static final String[][] ALIKE = {
      {"ph", "f"}, {"ck", "k"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ie", "i"}, {"ei", "i"}, {"ai", "i"}, {"ay", "i"}, {"ey", "i"}, {"aw", "u"},
      {"au", "u"}, {"dj", "j"}, {"th", "t"}, {"dh", "d"}, {"gh", "g"}, {"kh", "k"}, {"ch", "sh"}, {"q", "k"}, {"c", "k"}, {"w", "u"}, {"y", "i"},
      {"o", "u"}, {"e", "i"}};

  private Sounds() {}

  static String of(String word) {
    var sound = word;
    for (var pair : ALIKE) {
      sound = sound.replace(pair[0], pair[1]);
    }
    var once = new StringBuilder(sound.length());
    for (int i = 0; i < sound.length(); i++) {
      if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
        once.append(sound.charAt(i));
      }
    }
    return once.length() > 2 && once.charAt(once.length() - 1) == 'h' ? once.substring(0, once.length() - 1) : once.toString();
  }
}
