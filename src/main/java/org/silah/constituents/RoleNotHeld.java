package org.silah.constituents;

import org.silah.kernel.BrokenRule;

/** Only a role that a client holds can end. */
final class RoleNotHeld extends BrokenRule {

  RoleNotHeld() {
    super("constituents.role.not-held");
  }
}
