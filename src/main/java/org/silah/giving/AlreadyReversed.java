package org.silah.giving;

import org.silah.kernel.BrokenRule;

/** A gift can be reversed once. */
class AlreadyReversed extends BrokenRule {
  AlreadyReversed() {
    super("giving.already-reversed");
  }
}
