package org.silah.constituents.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The records that share a key. In one of more than {@link #LARGEST} each is compared only with those next to it in the order of
 * names and of birth days, so that a name that thousands bear costs thousands of comparisons, not millions.
 */
public final class Block {

  public static final int LARGEST = 60;

  private static final int NEIGHBOURS = 4;

  private static final Comparator<Traits> BY_NAME = Comparator.comparing(traits -> String.join(" ", traits.names().getFirst().parts()));
  private static final Comparator<Traits> BY_BIRTH =
      Comparator.comparing((Traits traits) -> traits.birth() == null ? "" : traits.birth()).thenComparing(BY_NAME);

  private Block() {}

  public static <T> void pairs(List<T> members, java.util.function.Function<T, Traits> traits, BiConsumer<T, T> pair) {
    if (members.size() <= LARGEST) {
      neighbours(members, members.size(), pair);
    } else {
      var sorted = new ArrayList<>(members);
      sorted.sort(Comparator.comparing(traits, BY_NAME));
      neighbours(sorted, NEIGHBOURS, pair);
      sorted.sort(Comparator.comparing(traits, BY_BIRTH));
      neighbours(sorted.stream().filter(member -> traits.apply(member).birth() != null).toList(), NEIGHBOURS, pair);
    }
  }

  private static <T> void neighbours(List<T> members, int reach, BiConsumer<T, T> pair) {
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < Math.min(members.size(), i + reach + 1); j++) {
        pair.accept(members.get(i), members.get(j));
      }
    }
  }
}
