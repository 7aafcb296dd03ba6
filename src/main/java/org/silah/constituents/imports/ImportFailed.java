package org.silah.constituents.imports;

import org.silah.kernel.BrokenRule;

/** The program failed on an import again and again; the log has the reason under the number. */
class ImportFailed extends BrokenRule {

  private static final long serialVersionUID = 1;

  ImportFailed(String number) {
    super("constituents.import.refused.failed", number);
  }
}
