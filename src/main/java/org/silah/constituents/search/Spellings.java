package org.silah.constituents.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which one typed word may stand in a name.
 *
 * @param beginnings what a word of the name may begin with: the word as typed first, then with and without its article
 * @param completions the commonest whole words that begin so
 * @param alike whole words that sound the same in other letters, the nearest first
 * @param bearers about how many names have one of them
 */
record Spellings(String typed, List<String> beginnings, List<String> completions, List<String> alike, long bearers) {

  static final int FULL = 80;
  private static final int FIRSTS = 6;

  /** Beginnings and whole words to look for, those nearest to what was typed first. */
  List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    beginnings.forEach(beginning -> pieces.add(new Piece(beginning, false)));
    alike.forEach(word -> pieces.add(new Piece(word, true)));
    return pieces;
  }

  /** Whole words it may stand for, to be followed by another in a key. */
  List<String> firsts() {
    return Stream.of(List.of(typed), alike, completions, beginnings).flatMap(List::stream).distinct().limit(FIRSTS).toList();
  }

  /** How well a word of a name fits: {@link #FULL} as typed, less but for the article, beginning so, sounding alike; 0 not at all. */
  int fit(String word) {
    if (word.equals(typed)) {
      return FULL;
    }
    if (beginnings.contains(word)) {
      return 60;
    }
    if (beginnings.stream().anyMatch(word::startsWith)) {
      return 40;
    }
    int place = alike.indexOf(word);
    return place < 0 ? 0 : 30 - 3 * place;
  }
}
