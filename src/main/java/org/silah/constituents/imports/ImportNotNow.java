package org.silah.constituents.imports;

import org.silah.kernel.BrokenRule;

/** The import is not where this could be done: somebody was quicker, or it is at work. */
class ImportNotNow extends BrokenRule {

  private static final long serialVersionUID = 1;

  ImportNotNow() {
    super("constituents.import.not-now");
  }
}
