package org.silah.access;

import org.silah.kernel.BrokenRule;

/** Somebody must be left who can let others in. */
class LastAdministrator extends BrokenRule {
  LastAdministrator() {
    super("access.staff.last-administrator");
  }
}
