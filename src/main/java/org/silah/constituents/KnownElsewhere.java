package org.silah.constituents;

import org.silah.access.Branch;
import org.silah.kernel.BrokenRule;

/** The number is that of a client whom whoever asks does not see: who it is stays unsaid, and whom to ask does not. */
final class KnownElsewhere extends BrokenRule {
  KnownElsewhere(Branch branch) {
    super("constituents.identity.known-elsewhere", branch);
  }
}
