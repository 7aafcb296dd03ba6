package org.silah.constituents.families;

import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;

/** Two clients cannot be this to each other: oneself, father and son of each other, a circle of forebears. */
final class BondRule extends BrokenRule {

  BondRule(String key, @Nullable Object... args) {
    super("constituents.bond.rule." + key, args);
  }
}
