package org.silah.constituents;

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

  /** How well a word of a name fits: 4 in full, 3 but for the article, 2 beginning so, 1 sounding alike, 0 not at all. */
  int fit(String word) {
    if (word.equals(typed)) {
      return 4;
    }
    if (beginnings.contains(word)) {
      return 3;
    }
    if (beginnings.stream().anyMatch(word::startsWith)) {
      return 2;
    }
    return alike.contains(word) ? 1 : 0;
  }
}
