package org.silah.constituents.imports;

import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;

/** The file is not what it claims to be, or more than we take: the sentence says what was expected. Nothing of it is kept. */
class ImportRefused extends BrokenRule {

  private static final long serialVersionUID = 1;

  /** @param what end of the message key {@code constituents.import.refused.…} */
  ImportRefused(String what, @Nullable Object... args) {
    super("constituents.import.refused." + what, args);
  }
}
