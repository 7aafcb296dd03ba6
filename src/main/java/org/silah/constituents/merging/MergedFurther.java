package org.silah.constituents.merging;

import org.silah.kernel.BrokenRule;

/** The client it went into went into another since; that is undone first. */
final class MergedFurther extends BrokenRule {

  MergedFurther() {
    super("constituents.merge.further");
  }
}
