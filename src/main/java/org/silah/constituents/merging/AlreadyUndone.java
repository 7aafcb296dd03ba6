package org.silah.constituents.merging;

import org.silah.kernel.BrokenRule;

/** Somebody undid the merge before. */
final class AlreadyUndone extends BrokenRule {

  AlreadyUndone() {
    super("constituents.merge.undone-already");
  }
}
