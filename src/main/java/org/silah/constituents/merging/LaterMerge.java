package org.silah.constituents.merging;

import org.silah.kernel.BrokenRule;

/** Another client went into the same one since: that is undone first. */
final class LaterMerge extends BrokenRule {

  LaterMerge() {
    super("constituents.merge.later");
  }
}
