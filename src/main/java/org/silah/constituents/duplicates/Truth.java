package org.silah.constituents.duplicates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silah.constituents.likeness.WholeList;

/**
 * Which records of a list really are of one client, and how well a search found them.
 *
 * @param clients for each record a word that records of one client have in common
 */
record Truth(List<String> clients) {

  /** As test data of the Febrl kind names its records: {@code rec-12-org}, {@code rec-12-dup-0}. */
  private static final Pattern COPY = Pattern.compile("(.+)-(?:org|dup-\\d+)");

  /** @param pairs how many were found; precision is 1 if none was, recall is 1 if there was none to find */
  record Score(long pairs, long truePairs, double precision, double recall, double f1) {}

  /** A column of labels; where every value stands once, of names of copies. An empty cell is a client of its own. */
  static Truth of(List<String> values) {
    boolean labels = new HashSet<>(values).size() < values.size() || values.stream().noneMatch(value -> COPY.matcher(value).matches());
    var clients = new java.util.ArrayList<String>();
    for (int i = 0; i < values.size(); i++) {
      var copy = COPY.matcher(values.get(i));
      clients.add(values.get(i).isBlank() ? "row " + i : !labels && copy.matches() ? copy.group(1) : values.get(i));
    }
    return new Truth(List.copyOf(clients));
  }

  Score of(Iterable<WholeList.Pair> found) {
    long pairs = 0;
    long right = 0;
    for (var pair : found) {
      pairs++;
      right += clients.get(pair.a()).equals(clients.get(pair.b())) ? 1 : 0;
    }
    long all = 0;
    Map<String, Long> sizes = new HashMap<>();
    clients.forEach(client -> sizes.merge(client, 1L, Long::sum));
    for (long size : sizes.values()) {
      all += size * (size - 1) / 2;
    }
    double precision = pairs == 0 ? 1 : (double) right / pairs;
    double recall = all == 0 ? 1 : (double) right / all;
    return new Score(pairs, all, precision, recall, pairs + all == 0 ? 1 : 2.0 * right / (pairs + all));
  }
}
