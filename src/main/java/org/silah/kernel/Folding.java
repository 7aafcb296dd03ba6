package org.silah.kernel;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.SYRIAC;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One spelling for the many of a name: see {@link PersonName#fold}. Linear in the length of any input. */
final class Folding {

  /** More marks than this on one letter are decoration; normalising them costs the square of their number. */
  private static final int MARKS = 30;

  private static final Set<UnicodeScript> SCRIPTS_WITH_VOWEL_SIGNS_ASIDE = EnumSet.of(INHERITED, ARABIC, HEBREW, SYRIAC);
  private static final Set<UnicodeScript> SCRIPTS_WITH_LETTERS_ASIDE = EnumSet.of(INHERITED, COMMON, ARABIC, LATIN);

  private static final Map<Integer, String> LETTERS = letters(
      "ا", "أإآٱٲٳ", "ي", "ىئیېےۍ", "و", "ؤ", "ه", "ةہۃۂھەۀ", "ك", "کڪ",
      "a", "ɐ", "ae", "æ", "d", "đð", "e", "ə", "h", "ħ", "i", "ı", "l", "ł", "n", "ŋ", "o", "ø", "oe", "œ", "ss", "ß", "th", "þ",
      "σ", "ς");

  /** The answer for each code unit of the Arabic and Latin blocks that needs no normalising; null for the others. */
  private static final @Nullable String[] PLAIN = plain();

  private Folding() {}

  static String fold(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      var folded = c < PLAIN.length ? PLAIN[c] : null;
      if (folded == null) {
        return slowly(text);
      }
      add(out, folded);
    }
    return trimmed(out);
  }

  private static String slowly(String text) {
    var out = new StringBuilder(text.length());
    Normalizer.normalize(withoutMarks(text), Form.NFKD).codePoints().forEach(c -> add(out, folded(c)));
    return Normalizer.normalize(trimmed(out), Form.NFC);
  }

  /** A space is kept only after something else, so that many become one and none leads. */
  private static void add(StringBuilder out, String folded) {
    if (!folded.equals(" ") || (!out.isEmpty() && out.charAt(out.length() - 1) != ' ')) {
      out.append(folded);
    }
  }

  private static String trimmed(StringBuilder out) {
    int end = out.length();
    return out.substring(0, end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  private static String withoutMarks(String text) {
    var out = new StringBuilder(text.length());
    int run = 0;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      run = isMark(c) ? run + 1 : 0;
      if (run <= MARKS && !isAside(c)) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static String folded(int c) {
    if (isAside(c)) {
      return "";
    }
    int lower = Character.toLowerCase(c);
    var letter = LETTERS.get(lower);
    if (letter != null) {
      return letter;
    }
    return switch (Character.getType(lower)) {
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(lower, 10));
      case Character.LOWERCASE_LETTER, Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER, Character.OTHER_LETTER,
          Character.MODIFIER_LETTER, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> Character.toString(lower);
      default -> " ";
    };
  }

  /** What is left out without leaving a gap: tashkeel and other vowel signs, tatweel, apostrophes within names, joiners. */
  private static boolean isAside(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.ENCLOSING_MARK -> true;
      case Character.NON_SPACING_MARK -> SCRIPTS_WITH_VOWEL_SIGNS_ASIDE.contains(UnicodeScript.of(c));
      case Character.MODIFIER_LETTER -> c < 0x3000 && SCRIPTS_WITH_LETTERS_ASIDE.contains(UnicodeScript.of(c));
      default -> c == '\'' || c == '`' || c == '´' || c == '‘' || c == '’' || c == '′' || c == '＇';
    };
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static Map<Integer, String> letters(String... toAndFrom) {
    var letters = new HashMap<Integer, String>();
    for (int i = 0; i < toAndFrom.length; i += 2) {
      var to = toAndFrom[i];
      toAndFrom[i + 1].codePoints().forEach(from -> letters.put(from, to));
    }
    return Map.copyOf(letters);
  }

  private static @Nullable String[] plain() {
    var plain = new @Nullable String[0x0700];
    for (char c = 0; c < plain.length; c++) {
      boolean ascii = c < 0x80;
      boolean arabic = c >= 0x0621 && c <= 0x0652 || c >= 0x0660 && c <= 0x0669 || c == 0x0671 || c == 0x06CC || c == 0x06A9;
      plain[c] = ascii || arabic ? folded(c) : null;
    }
    return plain;
  }
}
