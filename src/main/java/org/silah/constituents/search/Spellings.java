package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.silah.constituents.search.Fit.OfWord;
import org.silah.constituents.search.Fit.Tier;

/**
 * The ways in which one typed word may stand in a name.
 *
 * @param beginnings what a word of the name may begin with: the word as typed first, then with and without its article
 * @param completions the commonest whole words that begin so
 * @param alike whole words that sound the same in other letters, the nearest first
 * @param slips whole words within one letter, the likeliest first
 * @param bearers about how many names have one of them
 */
record Spellings(String typed, List<String> beginnings, List<String> completions, List<String> alike, List<String> slips, long bearers) {

  static final int FULL = 80;
  private static final int BUT_FOR_THE_ARTICLE = 60;
  private static final int BEGUN = 40;
  private static final int ALIKE = 30;
  private static final int SLIPPED = 70;
  /** More than a word gains by being the given name. */
  private static final int A_PLACE = 9;
  private static final int FIRSTS = 6;

  /** Whether some name has a word that may be this one. Every word of every name is in the vocabulary, so without it there is nobody to look for. */
  boolean isKnown() {
    return !completions.isEmpty() || !alike.isEmpty();
  }

  /** Beginnings and whole words to look for, those nearest to what was typed first. */
  List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    beginnings.forEach(beginning -> pieces.add(new Piece(beginning, false)));
    alike.forEach(word -> pieces.add(new Piece(word, true)));
    slips.forEach(word -> pieces.add(new Piece(word, true)));
    return pieces;
  }

  /** Whole words it may stand for, to be followed by another in a key. */
  List<String> firsts() {
    var asTyped = beginnings.isEmpty() ? List.<String>of() : List.of(typed);
    return Stream.of(asTyped, alike, slips, completions, beginnings).flatMap(List::stream).distinct().limit(FIRSTS).toList();
  }

  /** How well a word of a name fits: {@link #FULL} as typed, less but for the article, beginning so, sounding alike, slipped. */
  OfWord fit(String word) {
    if (word.equals(typed)) {
      return new OfWord(Tier.EXACT, FULL);
    }
    if (beginnings.contains(word)) {
      return new OfWord(Tier.EXACT, BUT_FOR_THE_ARTICLE);
    }
    if (beginnings.stream().anyMatch(word::startsWith)) {
      return new OfWord(Tier.BEGINNING, BEGUN);
    }
    int place = alike.indexOf(word);
    if (place >= 0) {
      return new OfWord(Tier.SCRIPT, ALIKE - 3 * place);
    }
    int slip = slips.indexOf(word);
    return slip < 0 ? OfWord.NONE : new OfWord(Tier.SLIP, Math.max(1, SLIPPED - A_PLACE * slip));
  }
}
