package org.silah.constituents.likeness;

import java.util.HashMap;
import java.util.Map;
import org.silah.kernel.PersonName;

/** How much two words of names are alike, each folded as by {@link PersonName#tokens}. Not for several threads: it remembers words. */
final class WordLikeness {

  static final double SAME = 0.9;
  static final double NEAR = 0.7;

  private static final int REMEMBERED = 200_000;
  private static final double KNOWN_APART = 0.2;
  /** Bits a letter at which a spelling in the other script is as likely another name as this one. */
  private static final double EVEN = 0.7;
  private static final double STEEPNESS = 2.2;

  private record Both(String latin, String arabic) {}

  private final NameVariants variants;
  private final Map<String, Word> words = new HashMap<>();
  private final Map<Both, Double> across = new HashMap<>();

  WordLikeness(NameVariants variants) {
    this.variants = variants;
  }

  /** 1 for the same word, from {@link #SAME} for spellings of one name, from {@link #NEAR} for what a slip of the hand explains. */
  double of(String a, String b) {
    return a.equals(b) ? 1 : of(word(a), word(b));
  }

  Word word(String text) {
    var known = words.get(text);
    if (known == null) {
      if (words.size() > REMEMBERED) {
        words.clear();
      }
      known = Word.of(text, variants);
      words.put(text, known);
    }
    return known;
  }

  private double of(Word a, Word b) {
    if (a.isSameName(b)) {
      return 0.97;
    }
    if (a.isKnownName() && b.isKnownName()) {
      return KNOWN_APART;
    }
    if (a.arabic() != b.arabic()) {
      return a.arabic() ? across(b, a) : across(a, b);
    }
    if (a.bare().equals(b.bare())) {
      return 0.95;
    }
    if (!a.arabic() && a.bare().charAt(0) == b.bare().charAt(0) && a.sound().equals(b.sound())) {
      return 0.9;
    }
    return a.hasLittleInCommon(b) ? 0 : slipped(a.bare(), b.bare());
  }

  private double across(Word latin, Word arabic) {
    if (across.size() > REMEMBERED) {
      across.clear();
    }
    return across.computeIfAbsent(new Both(latin.text(), arabic.text()), both -> {
      double best = Math.max(
          Transliteration.bitsALetter(both.latin, both.arabic),
          latin.bare().equals(both.latin) && arabic.bare().equals(both.arabic) ? 0 : Transliteration.bitsALetter(latin.bare(), arabic.bare()));
      return 1 / (1 + Math.exp(-STEEPNESS * (best - EVEN)));
    });
  }

  private static double slipped(String a, String b) {
    int longest = Math.max(a.length(), b.length());
    int slips = Typing.slips(a, b, 2);
    if (slips == 1 && longest >= 4) {
      return longest >= 6 ? 0.85 : 0.75;
    }
    if (slips == 2 && longest >= 7) {
      return 0.72;
    }
    return Math.min(0.69, Typing.resemblance(a, b) * 0.75);
  }
}
