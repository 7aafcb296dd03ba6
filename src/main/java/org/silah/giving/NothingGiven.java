package org.silah.giving;

import org.silah.kernel.BrokenRule;

/** A gift is more than nothing. */
class NothingGiven extends BrokenRule {
  NothingGiven() {
    super("giving.nothing-given");
  }
}
