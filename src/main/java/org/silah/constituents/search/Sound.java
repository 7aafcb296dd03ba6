package org.silah.constituents.search;

import java.util.List;
import java.util.regex.Pattern;

/** Which of several names of equal consonants a Latin spelling means: Hussain is حسين rather than حسن, Al-Qahtani has no غ. */
final class Sound {

  /** What a Latin spelling has if, and only if, the Arabic one has one of the letters. */
  private record Sign(Pattern latin, String arabic) {
    static Sign of(String latin, String arabic) {
      return new Sign(Pattern.compile(latin), arabic);
    }
  }

  private static final List<Sign> CONSONANTS = List.of(
      Sign.of("kh", "خ"), Sign.of("gh", "غ"), Sign.of("sh|ch", "ش"), Sign.of("q", "ق"), Sign.of("z", "زظذ"), Sign.of("[jg](?!h)", "ج"),
      Sign.of("(?<!s)s(?!h)s?", "سص"), Sign.of("t(?!h)", "تط"), Sign.of("d(?!h)", "دضذ"));
  private static final Pattern LONG_I = Pattern.compile("ai|ei|ay|ey|ee|ie|i|y");
  private static final Pattern LONG_U = Pattern.compile("[ouw]");

  private Sound() {}

  /** 0 for the nearest; only for putting in order. */
  static int distance(String a, String b) {
    var latin = isLatin(a) ? a : b;
    var other = isLatin(a) ? b : a;
    return isLatin(other) ? latin.equals(other) ? 0 : 2 : consonants(latin, other) + vowels(latin, other);
  }

  private static int consonants(String latin, String arabic) {
    int distance = 0;
    for (var sign : CONSONANTS) {
      if (sign.latin.matcher(latin).find() != arabic.chars().anyMatch(c -> sign.arabic.indexOf(c) >= 0)) {
        distance += 2;
      }
    }
    return distance;
  }

  private static int vowels(String latin, String arabic) {
    int distance = within(arabic, 'ي') == LONG_I.matcher(latin).find() ? 0 : 1;
    if (within(arabic, 'و') && !LONG_U.matcher(latin).find()) {
      distance++;
    }
    if ("اعي".indexOf(arabic.charAt(article(arabic))) >= 0 != "aeiouy".indexOf(latin.charAt(0)) >= 0) {
      distance += 2;
    }
    boolean open = latin.endsWith("a") || latin.endsWith("ah") || latin.endsWith("eh");
    return arabic.endsWith("ه") == open ? distance : distance + 1;
  }

  /** Beyond the first letter, where a vowel's letter only carries a short one, and behind the article. */
  private static boolean within(String word, char vowel) {
    return word.indexOf(vowel, article(word) + 1) >= 0;
  }

  private static int article(String word) {
    return word.startsWith("ال") && word.length() > 4 ? 2 : 0;
  }

  private static boolean isLatin(String word) {
    return word.charAt(0) < 0x80;
  }
}
