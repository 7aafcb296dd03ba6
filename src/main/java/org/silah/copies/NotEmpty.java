package org.silah.copies;

import org.silah.kernel.BrokenRule;

/** A copy is taken in by a Silah that never had anybody in it: two charities are not mixed, and none is written over. */
class NotEmpty extends BrokenRule {
  NotEmpty(String table) {
    super("copies.not-empty", table);
  }
}
