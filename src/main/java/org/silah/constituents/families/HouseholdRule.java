package org.silah.constituents.families;

import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;

/** A household cannot be so: two heads, somebody twice, a wife of two men. */
final class HouseholdRule extends BrokenRule {

  HouseholdRule(String key, @Nullable Object... args) {
    super("constituents.family.rule." + key, args);
  }
}
