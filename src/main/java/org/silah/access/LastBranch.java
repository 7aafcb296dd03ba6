package org.silah.access;

import org.silah.kernel.BrokenRule;

/** Somewhere new clients must belong. */
class LastBranch extends BrokenRule {
  LastBranch() {
    super("access.branch.last");
  }
}
