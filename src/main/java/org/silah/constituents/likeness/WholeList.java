package org.silah.constituents.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Finds which records of a list are of one client, with weights learnt from that list alone. For lists that fit into memory. */
public final class WholeList {

  /** From this chance on two records are proposed. */
  public static final double PROPOSED = 0.5;

  /** Two such pairs in a row make a third of their ends. */
  private static final double FOLLOWS = 0.9;

  /**
   * @param a number of the record, from 0
   * @param chance that both are of one client
   */
  public record Pair(int a, int b, double chance) {}

  private record Place(long key, int record) {}

  private record Both(int a, int b) {}

  private final List<Traits> records;
  private final Frequencies frequencies = new Frequencies();
  private final Comparison comparison;

  public WholeList(List<Traits> records, NameVariants variants) {
    this.records = records;
    comparison = new Comparison(variants);
    records.forEach(frequencies::count);
  }

  /** The likeliest first; of three records that are one, all three pairs. */
  public List<Pair> pairs(RandomGenerator random) {
    var candidates = candidates();
    var weights = new Estimation(records, records.size(), frequencies, comparison).of(candidates, 1, random);
    var found = new LinkedHashMap<Both, Pair>();
    var groups = new Groups(records.size());
    for (var candidate : candidates) {
      double chance = weights.chances(candidate.seen(), frequencies).client();
      if (chance >= PROPOSED) {
        found.put(new Both(candidate.a(), candidate.b()), new Pair(candidate.a(), candidate.b(), chance));
      }
      if (chance >= FOLLOWS) {
        groups.join(candidate.a(), candidate.b());
      }
    }
    for (var group : groups.all()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          found.putIfAbsent(new Both(group.get(i), group.get(j)), new Pair(group.get(i), group.get(j), FOLLOWS));
        }
      }
    }
    return found.values().stream().sorted(Comparator.comparingDouble(Pair::chance).reversed()).toList();
  }

  private List<Estimation.Pair> candidates() {
    var found = new LinkedHashMap<Both, List<Key>>();
    var places = IntStream.range(0, records.size()).boxed()
        .flatMap(record -> Keys.of(records.get(record)).stream().map(key -> new Place(key, record)))
        .sorted(Comparator.comparingLong(Place::key).thenComparingInt(Place::record))
        .toList();
    for (int from = 0, to; from < places.size(); from = to) {
      long key = places.get(from).key;
      to = from + 1;
      while (to < places.size() && places.get(to).key == key) {
        to++;
      }
      Block.pairs(places.subList(from, to).stream().map(Place::record).toList(), records::get,
          (a, b) -> found.computeIfAbsent(new Both(Math.min(a, b), Math.max(a, b)), _ -> new ArrayList<>(2)).add(Key.of(key)));
    }
    return found.entrySet().stream().map(this::compared).toList();
  }

  private Estimation.Pair compared(Map.Entry<Both, List<Key>> found) {
    var both = found.getKey();
    return new Estimation.Pair(comparison.of(records.get(both.a), records.get(both.b), frequencies), found.getValue(), both.a, both.b);
  }
}
