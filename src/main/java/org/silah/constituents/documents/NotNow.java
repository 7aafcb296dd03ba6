package org.silah.constituents.documents;

import org.silah.kernel.BrokenRule;

/** The storage or the virus scanner does not answer as it should. Nothing was kept or changed; later it may be. */
class NotNow extends BrokenRule {

  private static final long serialVersionUID = 1;

  /** @param what end of the message key {@code constituents.document.not-now.…} */
  NotNow(String what, Throwable cause) {
    super("constituents.document.not-now." + what);
    initCause(cause);
  }
}
