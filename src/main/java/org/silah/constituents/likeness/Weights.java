package org.silah.constituents.likeness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each observation weighs, after Fellegi and Sunter, but with three answers instead of two: two records are of one client,
 * of two who belong to one household (and so share phone, address, family and father), or of two who have nothing to do with
 * each other. Families who share a phone are no duplicates.
 *
 * @param matched how often one client's two records agree on each level
 * @param random how often two records of nothing to do with each other do
 * @param oneClient the share of pairs of the whole base that are one client
 * @param oneHousehold that are of one household
 */
public record Weights(Map<Evidence, double[]> matched, Map<Evidence, double[]> random, double oneClient, double oneHousehold) {

  /** Chance that members of one household share a value because they are one household. */
  private static final Map<Evidence, Double> SHARED_AT_HOME = new EnumMap<>(Map.of(
      Evidence.MIDDLE, 0.75, Evidence.FAMILY, 0.9, Evidence.BIRTH, 0.01, Evidence.PHONE, 0.5, Evidence.EMAIL, 0.1, Evidence.IDENTITY, 0.0005,
      Evidence.ADDRESS, 0.85));
  /** Parents do not give two children one name, though they like names that sound alike: how often two of a household agree on each level. */
  private static final double[] GIVEN_AT_HOME = {0.0003, 0.03, 0.04, 0.9297};
  /** Numbers issued together are neighbours. */
  private static final double NEAR_NUMBER_AT_HOME = 3;
  /** Brothers and sisters are born within few years. */
  private static final double NEAR_BIRTH_AT_HOME = 5;
  /** A word more common than this is a name of its own rather than a slip for another. */
  private static final double COMMON = 1e-3;

  /** In a base of people many more pairs are of one household than of one client. */
  private static final double HOUSEHOLDS = 5;

  /** What is usual where nothing is known of a base yet. */
  public static Weights usual(double oneClient) {
    var matched = new EnumMap<Evidence, double[]>(Evidence.class);
    matched.put(Evidence.GIVEN, new double[] {0.82, 0.10, 0.04, 0.04});
    matched.put(Evidence.MIDDLE, new double[] {0.85, 0.08, 0.03, 0.04});
    matched.put(Evidence.FAMILY, new double[] {0.84, 0.08, 0.03, 0.05});
    matched.put(Evidence.ORDER, new double[] {0.25, 0.25, 0.25, 0.25});
    matched.put(Evidence.BIRTH, new double[] {0.85, 0.07, 0.04, 0.04});
    matched.put(Evidence.PHONE, new double[] {0.60, 0.06, 0.01, 0.33});
    matched.put(Evidence.EMAIL, new double[] {0.65, 0.05, 0.01, 0.29});
    matched.put(Evidence.IDENTITY, new double[] {0.90, 0.07, 0.01, 0.02});
    matched.put(Evidence.ADDRESS, new double[] {0.50, 0.20, 0.15, 0.15});
    matched.put(Evidence.GENDER, new double[] {0.98, 0.005, 0.005, 0.01});
    var random = new EnumMap<Evidence, double[]>(Evidence.class);
    random.put(Evidence.GIVEN, new double[] {0.010, 0.004, 0.020, 0.966});
    random.put(Evidence.MIDDLE, new double[] {0.010, 0.004, 0.020, 0.966});
    random.put(Evidence.FAMILY, new double[] {0.005, 0.003, 0.015, 0.977});
    random.put(Evidence.ORDER, new double[] {0.25, 0.25, 0.25, 0.25});
    random.put(Evidence.BIRTH, new double[] {4e-5, 1e-3, 2e-2, 0.979});
    random.put(Evidence.PHONE, new double[] {1e-6, 2e-5, 1e-3, 0.999});
    random.put(Evidence.EMAIL, new double[] {1e-6, 2e-5, 1e-3, 0.999});
    random.put(Evidence.IDENTITY, new double[] {1e-7, 2e-6, 1e-3, 0.999});
    random.put(Evidence.ADDRESS, new double[] {1e-3, 5e-3, 5e-2, 0.944});
    random.put(Evidence.GENDER, new double[] {0.5, 0.005, 0.005, 0.49});
    return new Weights(matched, random, oneClient, HOUSEHOLDS * oneClient);
  }

  /** Bits for one client over strangers. */
  public double forOneClient(Observation seen, Frequencies frequencies) {
    int level = seen.level().ordinal();
    double matches = matched.get(seen.of())[level];
    return switch (seen.level()) {
      case SAME -> log(matches / byChance(seen, frequencies));
      case NEAR -> Math.max(log(matches / random.get(seen.of())[level] * slipped(seen, frequencies)), plain(seen.of(), Level.DIFFERENT) - 1);
      case LOOSE, DIFFERENT -> seen.of() == Evidence.ORDER ? -5 : plain(seen.of(), seen.level());
    };
  }

  /** Bits for one household over strangers. */
  public double forOneHousehold(Observation seen, Frequencies frequencies) {
    if (seen.of() == Evidence.GIVEN) {
      double chance = seen.level() == Level.SAME ? byChance(seen, frequencies) : random.get(seen.of())[seen.level().ordinal()];
      return log(GIVEN_AT_HOME[seen.level().ordinal()] / chance);
    }
    double shared = SHARED_AT_HOME.getOrDefault(seen.of(), 0.0);
    if (seen.level() == Level.SAME) {
      double chance = byChance(seen, frequencies);
      return log((shared + (1 - shared) * chance) / chance);
    }
    if (seen.level() == Level.NEAR && seen.of() == Evidence.IDENTITY) {
      return log(NEAR_NUMBER_AT_HOME);
    }
    if (seen.level() != Level.DIFFERENT && seen.of() == Evidence.BIRTH) {
      return log(NEAR_BIRTH_AT_HOME);
    }
    if (seen.level() == Level.NEAR && shared > 0.5) {
      // a slip in what they share
      return Math.max(0, log(0.1 * shared / random.get(seen.of())[1]));
    }
    return seen.of() == Evidence.ORDER ? -5 : log(Math.max(1 - shared, 0.05));
  }

  private double plain(Evidence of, Level level) {
    return log(matched.get(of)[level.ordinal()] / random.get(of)[level.ordinal()]);
  }

  private double byChance(Observation seen, Frequencies frequencies) {
    return switch (seen.of()) {
      case ADDRESS, GENDER, ORDER -> random.get(seen.of())[0];
      default -> Math.max(frequencies.ofShared(seen.of(), seen.value()), frequencies.ofShared(seen.of(), seen.other()));
    };
  }

  private static double slipped(Observation seen, Frequencies frequencies) {
    return switch (seen.of()) {
      case GIVEN, MIDDLE, FAMILY ->
          Math.min(1, COMMON / Math.min(frequencies.of(seen.of(), seen.value()), frequencies.of(seen.of(), seen.other())));
      default -> 1;
    };
  }

  /** The chance that two records are of one client, and of one household. */
  public Chances chances(List<Observation> seen, Frequencies frequencies) {
    double client = log(oneClient);
    double household = log(oneHousehold);
    for (var observation : seen) {
      client += forOneClient(observation, frequencies);
      household += forOneHousehold(observation, frequencies);
    }
    double highest = Math.max(0, Math.max(client, household));
    double all = Math.pow(2, client - highest) + Math.pow(2, household - highest) + Math.pow(2, -highest);
    return new Chances(Math.pow(2, client - highest) / all, Math.pow(2, household - highest) / all, client - Math.max(household, 0));
  }

  /** @param bits for one client over the likelier of the two other answers */
  public record Chances(double client, double household, double bits) {}

  static double log(double x) {
    return Math.log(x) / Math.log(2);
  }
}
