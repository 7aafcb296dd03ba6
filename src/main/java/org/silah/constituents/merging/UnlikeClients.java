package org.silah.constituents.merging;

import org.silah.kernel.BrokenRule;

/** Only two clients of one kind can become one. */
final class UnlikeClients extends BrokenRule {

  UnlikeClients() {
    super("constituents.merge.unlike");
  }
}
