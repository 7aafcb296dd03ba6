package org.silah.access;

import org.silah.kernel.BrokenRule;

/** A closed branch takes no new clients. */
public final class BranchClosed extends BrokenRule {
  BranchClosed(Branch branch) {
    super("access.branch.is-closed", branch);
  }
}
