package org.silah.kernel;

import java.util.Set;

/**
 * Compounds in Latin letters, which everybody divides and vowels as they like: Abd el Rahman, Abdurrahman and Abdelrahman
 * become abdulrahman; Salah El Din, Salahuddin and Salaheddine become salahaldin.
 */
final class LatinServant {

  static final String BEGIN = "abd";
  static final Set<String> FAITH = Set.of("din", "deen", "dine", "dien", "eldin", "aldin", "uddin", "eddin", "addin", "eldeen",
      "aldeen", "uddeen", "eddeen", "eddine", "aldine", "eldine", "udin", "edin", "edine");

  private static final Set<String> GOD = Set.of("lah", "la", "llah", "lla", "allah", "alla", "ullah", "ulla", "ellah", "illah");

  private LatinServant() {}

  /** The servant of the one named by {@code rest}, with or without his article. */
  static String of(String rest) {
    if (GOD.contains(rest)) {
      return "abdullah";
    }
    boolean article = rest.length() >= 5 && (rest.startsWith("al") || rest.startsWith("el") || rest.startsWith("ul"));
    return "abdul" + (article ? rest.substring(2) : rest);
  }

  /** A word that may hold a whole compound. */
  static String attached(String word) {
    if (word.startsWith(BEGIN) && word.length() >= 7) {
      return servant(word);
    }
    int faith = beginOfFaith(word);
    return faith < 0 ? word : faithful(word.substring(0, faith));
  }

  static String faithful(String part) {
    return part + "aldin";
  }

  static boolean isLatin(String part) {
    return !part.isEmpty() && part.charAt(0) < 0x80;
  }

  private static String servant(String word) {
    int vowels = 3;
    while (vowels < word.length() && isVowel(word.charAt(vowels))) {
      vowels++;
    }
    var rest = word.substring(vowels);
    if (vowels == 3 || rest.length() < 2) {
      return word;
    }
    if (GOD.contains(rest)) {
      return "abdullah";
    }
    if (rest.charAt(0) == 'l' && rest.length() > 3) {
      return "abdul" + rest.substring(1);
    }
    boolean assimilated = rest.length() > 4 && rest.charAt(0) == rest.charAt(1);
    return assimilated ? "abdul" + rest.substring(1) : word;
  }

  /** Where "eddin" or one of its like begins, or -1. At least three letters must be left before it. */
  private static int beginOfFaith(String word) {
    int d = word.lastIndexOf('d');
    if (d < 4 || !FAITH.contains(word.substring(d)) || !isLatin(word)) {
      return -1;
    }
    int link = word.charAt(d - 1) == 'd' || word.charAt(d - 1) == 'l' ? d - 1 : d;
    return link >= 4 && isVowel(word.charAt(link - 1)) ? link - 1 : -1;
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
