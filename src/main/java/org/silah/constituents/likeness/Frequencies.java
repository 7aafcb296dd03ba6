package org.silah.constituents.likeness;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How common each value is: to share the name محمد says little, to share a rare one much. */
public final class Frequencies {

  /** What a list too short to tell is taken to be a part of: so many records, in which a value has its usual share. */
  private static final double BEFORE = 300;

  private static final Map<Evidence, Double> USUAL = new EnumMap<>(Map.of(
      Evidence.GIVEN, 2e-3, Evidence.MIDDLE, 2e-3, Evidence.FAMILY, 1e-3, Evidence.ORDER, 1.0, Evidence.BIRTH, 4e-5, Evidence.PHONE, 1e-6,
      Evidence.EMAIL, 1e-6, Evidence.IDENTITY, 1e-7, Evidence.ADDRESS, 1e-3, Evidence.GENDER, 0.5));

  private final Map<Evidence, Map<String, Integer>> counts = new EnumMap<>(Evidence.class);
  private final Map<Evidence, Integer> totals = new EnumMap<>(Evidence.class);

  /** Of a base whose values are counted elsewhere. */
  public void count(Evidence of, String value, int records) {
    counts.computeIfAbsent(of, _ -> new HashMap<>()).put(value, records);
  }

  /** Of how many records in all. */
  public void total(Evidence of, int records) {
    totals.put(of, records);
  }

  public void count(Traits traits) {
    for (var name : traits.names()) {
      if (name.given() != null) {
        count(Evidence.GIVEN, name.given());
      }
      name.middle().forEach(part -> count(Evidence.MIDDLE, part));
      if (name.family() != null) {
        count(Evidence.FAMILY, name.family());
      }
    }
    if (traits.birth() != null) {
      count(Evidence.BIRTH, traits.birth());
    }
    traits.phones().forEach(phone -> count(Evidence.PHONE, phone));
    traits.emails().forEach(email -> count(Evidence.EMAIL, email));
    traits.identities().forEach(identity -> count(Evidence.IDENTITY, identity));
    traits.address().stream().distinct().forEach(word -> counts.computeIfAbsent(Evidence.ADDRESS, _ -> new HashMap<>()).merge(word, 1, Integer::sum));
    totals.merge(Evidence.ADDRESS, traits.address().isEmpty() ? 0 : 1, Integer::sum);
    if (traits.gender() != null) {
      count(Evidence.GENDER, traits.gender());
    }
  }

  private void count(Evidence of, String value) {
    counts.computeIfAbsent(of, _ -> new HashMap<>()).merge(value, 1, Integer::sum);
    totals.merge(of, 1, Integer::sum);
  }

  /** The share of records that have a value, of a pair that both have it: the two themselves do not count. */
  double ofShared(Evidence of, String value) {
    return share(of, value, 2);
  }

  double of(Evidence of, String value) {
    return share(of, value, 1);
  }

  private double share(Evidence of, String value, int themselves) {
    int others = Math.max(0, counts.getOrDefault(of, Map.of()).getOrDefault(value, 0) - themselves);
    int total = Math.max(0, totals.getOrDefault(of, 0) - themselves);
    // what nearly all of a short list have in common is common, however rare it is elsewhere
    double here = total == 0 ? 0 : (double) others / total;
    return Math.max(here, (others + BEFORE * USUAL.get(of)) / (total + BEFORE));
  }
}
