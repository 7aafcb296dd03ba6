package org.silah.kernel;

import java.util.Map;
import java.util.Set;

/**
 * The consonants two scripts share. The classes are as wide as people's spellings: d and t for د ت ط ض ذ ظ ث, s for س ص ش ز,
 * k for ك ق ج غ خ, and no h after these, so that sh, kh, gh, th and dh need no rule of their own; vowels, و, ي, hamza and ع are
 * left out. Widths were chosen by measuring pairs of spellings; see SkeletonTest.
 */
final class Skeleton {

  private static final String ARABIC_FROM = "بپتطثدذضظزسصشجچژگغقكخحهرلمنفڤ";
  private static final String ARABIC_TO = "bbtttttttsssskskkkkkkhhrlmnff";
  private static final String LATIN_FROM = "bpdtszjgkqcxhrlmnfv";
  private static final String LATIN_TO = "bbttsskkkkkkhrlmnff";

  /** How Arabic letters of the t class are written by those who say them as z or s. */
  private static final Set<Character> SAID_AS_S = Set.of('ظ', 'ض', 'ذ', 'ث');

  private static final Map<String, String> SHORT_FORMS =
      Map.of("mohd", "mohammed", "muhd", "mohammed", "mhd", "mohammed", "md", "mohammed", "muhammed", "mohammed");

  private Skeleton() {}

  static String of(String token) {
    return of(token, 't');
  }

  /** The skeleton where ظ ض ذ ث are said as z or s. */
  static String saidWithS(String token) {
    return of(token, 's');
  }

  private static String of(String folded, char saidAs) {
    var token = SHORT_FORMS.getOrDefault(folded, folded);
    int article = isArticle(token, saidAs) ? 2 : 0;
    int servant = servant(token);
    int faith = faith(token);
    var skeleton = servant > 0
        ? squeezed("bt" + consonants(token, servant, token.length(), saidAs))
        : squeezed(consonants(token, article, faith, saidAs) + (faith < token.length() ? "tn" : ""));
    var full = skeleton.length() > 1 ? skeleton : beginning(token, article) + skeleton;
    return full.isEmpty() ? token : full;
  }

  /** A name of one consonant at most says little, so that its first vowel counts: علي and Ali, but not ليلى or وائل. */
  private static String beginning(String token, int from) {
    if (from >= token.length()) {
      return "";
    }
    char c = token.charAt(from);
    if (c == 'و' || c == 'w') {
      return "w";
    }
    boolean glide = token.startsWith("ou", from) && from + 2 < token.length() && "aei".indexOf(token.charAt(from + 2)) >= 0;
    return glide ? "w" : "اعءيaeiouy".indexOf(c) >= 0 ? "a" : "";
  }

  /** Not that of علي or Elias: two consonants follow it, or an ع, which no foreign name brings. */
  private static boolean isArticle(String token, char saidAs) {
    boolean like = token.length() >= 5 && (token.startsWith("ال") || "aei".indexOf(token.charAt(0)) >= 0 && token.charAt(1) == 'l');
    return like && consonants(token, 2, token.length(), saidAs).length() >= (token.charAt(2) == 'ع' ? 1 : 2);
  }

  /** Where the name after "servant of" begins, or 0: its article is said in too many ways to count. */
  private static int servant(String token) {
    boolean arabic = token.startsWith("عبدال") && token.length() >= 7;
    boolean latin = token.startsWith("abdul") && token.length() >= 8;
    return arabic || latin ? 5 : 0;
  }

  private static int faith(String token) {
    boolean compound = token.endsWith("الدين") && token.length() > 6 || token.endsWith("aldin") && token.length() > 7;
    return token.length() - (compound ? 5 : 0);
  }

  private static String consonants(String token, int from, int to, char saidAs) {
    var out = new StringBuilder(to - from);
    int end = to > from && "هحh".indexOf(token.charAt(to - 1)) >= 0 ? to - 1 : to;
    for (int i = from; i < end; i++) {
      char c = token.charAt(i);
      char following = i + 1 < to ? token.charAt(i + 1) : ' ';
      char consonant = isLatin(c) ? latin(token, i, to) : c == 'ت' && following == 'ش' ? 's' : arabic(c, saidAs);
      boolean breath = consonant == 'h' && !out.isEmpty() && "tsk".indexOf(out.charAt(out.length() - 1)) >= 0;
      if (consonant != ' ' && !breath) {
        out.append(consonant);
      }
      if (c == 'x') {
        out.append('s');
      }
    }
    return squeezed(out.toString());
  }

  private static char arabic(char c, char saidAs) {
    if (SAID_AS_S.contains(c)) {
      return saidAs;
    }
    int at = ARABIC_FROM.indexOf(c);
    return at < 0 ? ' ' : ARABIC_TO.charAt(at);
  }

  private static char latin(String token, int i, int to) {
    char before = i > 0 ? token.charAt(i - 1) : ' ';
    char c = token.charAt(i);
    char after = i + 1 < to ? token.charAt(i + 1) : ' ';
    char afterThat = i + 2 < to ? token.charAt(i + 2) : ' ';
    boolean soft = "eiy".indexOf(after) >= 0 || after == 'h' && (before == 's' || "rl".indexOf(afterThat) < 0);
    boolean silent = c == 'h' && before == 'p' || c == 'd' && after == 'j' || c == 't' && after == 'c' && afterThat == 'h';
    int at = silent ? -1 : LATIN_FROM.indexOf(c);
    return at < 0 ? ' ' : c == 'c' && soft ? 's' : c == 'p' && after == 'h' ? 'f' : LATIN_TO.charAt(at);
  }

  private static boolean isLatin(char c) {
    return c < 0x80;
  }

  /** A doubled letter is one: Arabic writes it once. */
  private static String squeezed(String consonants) {
    var out = new StringBuilder(consonants.length());
    for (int i = 0; i < consonants.length(); i++) {
      if (i == 0 || consonants.charAt(i) != consonants.charAt(i - 1)) {
        out.append(consonants.charAt(i));
      }
    }
    return out.toString();
  }
}
