package org.silah.giving;

import org.silah.kernel.BrokenRule;

/** A gift comes from a client of ours who was not removed. */
class UnknownGiver extends BrokenRule {
  UnknownGiver() {
    super("giving.unknown-giver");
  }
}
