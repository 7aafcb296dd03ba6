package org.silah.constituents.likeness;

import org.silah.kernel.PersonName;

/**
 * A folded word, with what comparing it asks for again and again.
 *
 * @param bare without its article
 * @param letters which letters it has, as bits; two letters may share a bit
 * @param names the lines of the dictionary it stands in
 * @param sound for Latin letters how it is said, see {@link Sounds}; otherwise itself
 */
record Word(String text, String bare, boolean arabic, long letters, int[] names, String sound) {

  static Word of(String text, NameVariants variants) {
    var bare = PersonName.searchForms(text).getLast();
    boolean arabic = isArabic(text);
    return new Word(text, bare, arabic, letters(bare), variants.of(text), arabic ? bare : Sounds.of(bare));
  }

  private static boolean isArabic(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return first >= 0x0600 && first < 0x0780 || first >= 0xFB50 && first < 0xFF00;
  }

  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << word.charAt(i);
    }
    return letters;
  }

  boolean isKnownName() {
    return names.length > 0;
  }

  boolean isSameName(Word other) {
    for (int mine : names) {
      for (int theirs : other.names) {
        if (mine == theirs) {
          return true;
        }
      }
    }
    return false;
  }

  /** A quick no for words that have nothing to do with each other. */
  boolean hasLittleInCommon(Word other) {
    return Long.bitCount(letters & other.letters) * 2 < Math.min(bare.length(), other.bare.length());
  }
}
