package org.silah.giving;

import org.silah.kernel.BrokenRule;

/** What has not been given yet is not a gift. */
class GivenInTheFuture extends BrokenRule {
  GivenInTheFuture() {
    super("giving.in-the-future");
  }
}
