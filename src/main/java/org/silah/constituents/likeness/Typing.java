package org.silah.constituents.likeness;

import java.util.LinkedHashSet;
import java.util.Set;

/** How many slips of a hand lie between two words: a letter too many, too few, another, or two exchanged. */
public final class Typing {

  private static final int LONGEST = 64;

  private Typing() {}

  /**
   * @param most where counting stops
   * @return the number of slips, {@code most + 1} for all that is more; words over 64 letters are only compared whole
   */
  public static int slips(String a, String b, int most) {
    if (a.equals(b)) {
      return 0;
    }
    if (Math.abs(a.length() - b.length()) > most || Math.max(a.length(), b.length()) > LONGEST) {
      return most + 1;
    }
    var before = new int[b.length() + 1];
    var above = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
        int slips = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (equal ? 0 : 1));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          slips = Math.min(slips, before[j - 2] + 1);
        }
        row[j] = slips;
        least = Math.min(least, slips);
      }
      if (least > most) {
        return most + 1;
      }
      var free = before;
      before = above;
      above = row;
      row = free;
    }
    return Math.min(above[b.length()], most + 1);
  }

  /** The word, and the word without each of its letters: two words that are one slip apart have one of these in common. */
  public static Set<String> withoutALetter(String word) {
    var forms = new LinkedHashSet<>(Set.of(word));
    for (int i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
      forms.add(word.substring(0, i) + word.substring(word.offsetByCodePoints(i, 1)));
    }
    return forms;
  }

  /** Jaro's share of letters in common, raised for a common beginning as Winkler proposed; 0 to 1. */
  static double resemblance(String a, String b) {
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    var taken = new boolean[b.length()];
    var common = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      for (int j = Math.max(0, i - reach); j < Math.min(b.length(), i + reach + 1); j++) {
        if (!taken[j] && a.charAt(i) == b.charAt(j)) {
          taken[j] = true;
          common.append(a.charAt(i));
          break;
        }
      }
    }
    int matched = common.length();
    if (matched == 0) {
      return 0;
    }
    int moved = 0;
    for (int j = 0, at = 0; j < b.length(); j++) {
      if (taken[j] && common.charAt(at++) != b.charAt(j)) {
        moved++;
      }
    }
    double jaro = ((double) matched / a.length() + (double) matched / b.length() + (matched - moved / 2.0) / matched) / 3;
    int beginning = 0;
    while (beginning < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(beginning) == b.charAt(beginning)) {
      beginning++;
    }
    return jaro + beginning * 0.1 * (1 - jaro);
  }
}
