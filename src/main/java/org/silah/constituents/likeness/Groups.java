package org.silah.constituents.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Which of the numbers below a bound hang together. */
final class Groups {

  private final int[] above;

  Groups(int size) {
    above = new int[size];
    for (int i = 0; i < size; i++) {
      above[i] = i;
    }
  }

  void join(int a, int b) {
    above[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  }

  /** Those of more than one, each ascending. */
  Collection<List<Integer>> all() {
    var groups = new LinkedHashMap<Integer, List<Integer>>();
    for (int i = 0; i < above.length; i++) {
      groups.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(i);
    }
    groups.values().removeIf(group -> group.size() < 2);
    return groups.values();
  }

  private int root(int number) {
    while (above[number] != number) {
      above[number] = above[above[number]];
      number = above[number];
    }
    return number;
  }
}
