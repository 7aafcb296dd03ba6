package org.silah.constituents.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.silah.kernel.Digits;
import org.silah.kernel.PersonName;

/**
 * What somebody typed into the search box, understood.
 *
 * @param text stripped, in small letters; at most 200 characters
 * @param asTyped the same with its capital letters
 * @param words the parts of a name, folded; the last may be the beginning of one
 * @param digits its digits as ASCII, if there is nothing but digits and what stands between them
 */
record Asked(String text, String asTyped, List<String> words, String digits) {

  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 6;

  static Asked of(String typed) {
    var cleaned = Digits.toAscii(PersonName.clean(typed.substring(0, Math.min(typed.length(), LONGEST))));
    var text = cleaned.toLowerCase(Locale.ROOT);
    var words = PersonName.tokens(text).stream().filter(word -> !word.isBlank()).limit(MOST_WORDS).toList();
    var bare = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s().+/\\p{Pd}\\p{C}]", "");
    return new Asked(text, cleaned, words, bare.matches("\\d+") ? bare : "");
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Dialled from abroad, as the leading plus says. */
  boolean isInternational() {
    return text.startsWith("+") || text.startsWith("＋");
  }

  boolean isNumber() {
    return !digits.isEmpty();
  }

  /** Letters only: a name, or part of one. */
  boolean isOneWord() {
    return words.size() == 1 && text.chars().allMatch(Character::isLetter);
  }

  boolean isEmail() {
    return text.length() >= 3 && text.matches("[!-~]+") && text.matches("[^@]*[a-z][^@]*(@.*)?");
  }
}
