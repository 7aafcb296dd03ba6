package org.silah.constituents.duplicates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.silah.constituents.likeness.Evidence;
import org.silah.constituents.likeness.Level;
import org.silah.constituents.likeness.Observation;
import org.silah.constituents.likeness.Weights;
import org.silah.constituents.likeness.WholeList;

/** What is done with two clients who are alike; what is in no band is ignored. */
enum Band {
  CERTAIN, REVIEW;

  private static final double SURE = 0.998;
  /** Where these differ, only a person can say why. */
  private static final Set<Evidence> TELLING = Set.of(Evidence.GIVEN, Evidence.FAMILY, Evidence.BIRTH, Evidence.IDENTITY, Evidence.GENDER, Evidence.ORDER);

  /** Names alone, however rare, are never certain: somebody may be called after a grandfather or a cousin. */
  private static final Set<Evidence> IDENTIFYING = Set.of(Evidence.IDENTITY, Evidence.PHONE, Evidence.EMAIL, Evidence.BIRTH);

  static Optional<Band> of(Weights.Chances chances, List<Observation> seen) {
    if (chances.client() < WholeList.PROPOSED) {
      return Optional.empty();
    }
    boolean sure = chances.client() >= SURE && seen.stream().anyMatch(one -> IDENTIFYING.contains(one.of()) && one.level() == Level.SAME)
        && seen.stream().noneMatch(one -> TELLING.contains(one.of()) && one.level() != Level.SAME);
    return Optional.of(sure ? CERTAIN : REVIEW);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Band of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
