package org.silah.constituents;

/** How far two spellings of equal consonants are apart by their long vowels: Hussain is حسين rather than حسن. */
final class Sound {

  private Sound() {}

  /** 0 for none, 1 for each long vowel that only one of the two has. */
  static int distance(String a, String b) {
    var first = latin(a) ? a : b;
    var second = latin(a) ? b : a;
    if (latin(second)) {
      return first.equals(second) ? 0 : 1;
    }
    int distance = 0;
    boolean longI = first.matches(".*(?:ai|ei|ay|ey|ee|ie|i).*");
    boolean longU = first.matches(".*(?:ou|oo|u|w|o).*");
    if (within(second, 'ي') != longI) {
      distance++;
    }
    if (within(second, 'و') && !longU) {
      distance++;
    }
    boolean longA = first.matches(".*[aeo].*");
    if (within(second, 'ا') && !longA) {
      distance++;
    }
    return distance + (second.endsWith("ه") != (first.endsWith("a") || first.endsWith("h") || first.endsWith("e")) ? 1 : 0);
  }

  /** Beyond the first letter, where a vowel sign only carries a short one, and behind the article. */
  private static boolean within(String word, char vowel) {
    int from = word.startsWith("ال") && word.length() > 4 ? 3 : 1;
    return word.indexOf(vowel, Math.min(from, word.length())) >= 0;
  }

  private static boolean latin(String word) {
    return word.charAt(0) < 0x80;
  }
}
