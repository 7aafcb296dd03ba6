package org.silah.segments;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the pyramid is cut: for each class, top first, which share of all donors stands in it or above it, in hundredths of
 * a percent. The last is all of them.
 */
record Cuts(List<Integer> cumulative) {

  static final int ALL = 10_000;

  /** @throws IllegalArgumentException if a class would have no share, or the last cut is not everybody */
  Cuts {
    cumulative = List.copyOf(cumulative);
    if (cumulative.size() != ValueClass.values().length || cumulative.getLast() != ALL) {
      throw new IllegalArgumentException("not five cuts up to all: " + cumulative);
    }
    for (int i = 0; i < cumulative.size(); i++) {
      if (cumulative.get(i) <= before(cumulative, i)) {
        throw new IllegalArgumentException("a class without a share: " + cumulative);
      }
    }
  }

  /** From each class's own share; they must add up to {@link #ALL}. */
  static Cuts ofShares(List<Integer> shares) {
    return new Cuts(IntStream.range(0, shares.size()).mapToObj(i -> shares.subList(0, i + 1).stream().mapToInt(Integer::intValue).sum()).toList());
  }

  int share(ValueClass of) {
    return cumulative.get(of.ordinal()) - before(cumulative, of.ordinal());
  }

  /**
   * The rank of the last donor of each class, among {@code donors}. What a share makes of a donor more than a whole number
   * counts as one more, so that no donor falls between two classes and the top is never empty while there are donors.
   */
  List<Long> boundaries(long donors) {
    return cumulative.stream().map(cut -> Math.ceilDiv(Math.multiplyExact(donors, cut), ALL)).map(Long.class::cast).toList();
  }

  private static int before(List<Integer> cumulative, int index) {
    return index == 0 ? 0 : cumulative.get(index - 1);
  }
}
