package org.silah.constituents;

import org.silah.kernel.BrokenRule;

/** Two clients would share one number. */
final class IdentityTaken extends BrokenRule {

  private final PartyId holder;

  IdentityTaken(PartyId holder) {
    super("constituents.identity.taken");
    this.holder = holder;
  }

  /** The client who has it: a page links there. */
  PartyId holder() {
    return holder;
  }
}
