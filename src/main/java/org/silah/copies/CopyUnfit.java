package org.silah.copies;

import org.silah.kernel.BrokenRule;

/** This file is no complete copy, not a whole one, or not one that this Silah can read. */
class CopyUnfit extends BrokenRule {

  /** @param why {@code copies.unfit.…} */
  CopyUnfit(String why, Object... args) {
    super("copies.unfit." + why, args);
  }
}
