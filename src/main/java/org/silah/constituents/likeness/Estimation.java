package org.silah.constituents.likeness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Finds the weights of a base from the base itself, without anybody's answers, by expectation maximisation. What strangers agree
 * on is seen in pairs drawn blindly. What a client's records agree on is learnt from pairs that share a key, each kind of
 * evidence only from pairs that were found by another.
 */
public final class Estimation {

  private static final int ROUNDS = 12;
  private static final int MOST_PAIRS = 50_000;
  private static final int DRAWN = 40_000;
  /** How many pairs what is usual weighs. */
  private static final double USUAL_PAIRS = 25;
  private static final double USUAL_DRAWN = 200;
  /** No base of people is so well kept that fewer of them stand twice; without a bound the first doubt would find its own reason. */
  private static final double LEAST_TWICE = 0.005;
  /**
   * How often one client's two records may differ in what tells members of a household apart. Without a bound the two answers
   * change places in a list of families: most pairs that share a phone are brothers.
   */
  private static final Map<Evidence, Double> MOST_DIFFERENT =
      new EnumMap<>(Map.of(
      Evidence.GIVEN, 0.05, Evidence.MIDDLE, 0.08, Evidence.FAMILY, 0.10, Evidence.BIRTH, 0.08, Evidence.IDENTITY, 0.06, Evidence.GENDER, 0.03));

  /** @param found the kinds of keys that both share */
  public record Pair(List<Observation> seen, List<Key> found, int a, int b) {
    boolean foundWithout(Evidence of) {
      return found.stream().anyMatch(key -> !key.isMadeOf(of));
    }
  }

  private final List<Traits> records;
  private final long base;
  private final Frequencies frequencies;
  private final Comparison comparison;

  /**
   * @param records the base, or some of it drawn blindly
   * @param base how many records there are in all
   */
  public Estimation(List<Traits> records, long base, Frequencies frequencies, Comparison comparison) {
    this.records = records;
    this.base = base;
    this.frequencies = frequencies;
    this.comparison = comparison;
  }

  /**
   * @param pairs that share a key
   * @param share how large a part they are of all such pairs
   */
  public Weights of(List<Pair> pairs, double share, RandomGenerator random) {
    double all = Math.max(1, 0.5 * base * (base - 1));
    var usual = Weights.usual(0.02 * base / all);
    var weights = new Weights(usual.matched(), drawn(usual, random), usual.oneClient(), usual.oneHousehold());
    var some = pairs.size() <= MOST_PAIRS ? pairs : random.ints(MOST_PAIRS, 0, pairs.size()).mapToObj(pairs::get).toList();
    double weight = pairs.isEmpty() ? 1 : pairs.size() / (share * some.size());
    for (int round = 0; round < ROUNDS; round++) {
      weights = again(weights, usual, some, weight, all);
    }
    return weights;
  }

  private Map<Evidence, double[]> drawn(Weights usual, RandomGenerator random) {
    var counts = copy(usual.random(), USUAL_DRAWN);
    for (int i = 0; i < DRAWN && records.size() > 1; i++) {
      int a = random.nextInt(records.size());
      int b = random.nextInt(records.size());
      if (a != b) {
        for (var seen : comparison.of(records.get(a), records.get(b), frequencies)) {
          counts.get(seen.of())[seen.level().ordinal()]++;
        }
      }
    }
    return normal(counts);
  }

  /** @param weight how many pairs each of these stands for */
  private Weights again(Weights weights, Weights usual, List<Pair> pairs, double weight, double all) {
    var counts = copy(usual.matched(), USUAL_PAIRS);
    double clients = 0;
    double households = 0;
    for (var pair : pairs) {
      var chances = weights.chances(pair.seen, frequencies);
      clients += chances.client();
      households += chances.household();
      for (var seen : pair.seen) {
        if (pair.foundWithout(seen.of())) {
          counts.get(seen.of())[seen.level().ordinal()] += chances.client();
        }
      }
    }
    return new Weights(bounded(normal(counts)), weights.random(), Math.max(weight * clients, LEAST_TWICE * base) / all, Math.max(weight * households, LEAST_TWICE * base) / all);
  }

  private static Map<Evidence, double[]> bounded(Map<Evidence, double[]> matched) {
    MOST_DIFFERENT.forEach((of, most) -> {
      var levels = matched.get(of);
      int different = Level.DIFFERENT.ordinal();
      if (levels[different] > most) {
        double rest = (1 - most) / (1 - levels[different]);
        for (int i = 0; i < levels.length; i++) {
          levels[i] = i == different ? most : levels[i] * rest;
        }
      }
    });
    return matched;
  }

  private static Map<Evidence, double[]> copy(Map<Evidence, double[]> shares, double times) {
    var copy = new EnumMap<Evidence, double[]>(Evidence.class);
    shares.forEach((of, levels) -> copy.put(of, java.util.Arrays.stream(levels).map(share -> share * times).toArray()));
    return copy;
  }

  private static Map<Evidence, double[]> normal(Map<Evidence, double[]> counts) {
    counts.values().forEach(levels -> {
      double sum = java.util.Arrays.stream(levels).sum();
      for (int i = 0; i < levels.length; i++) {
        levels[i] /= sum;
      }
    });
    return counts;
  }
}
