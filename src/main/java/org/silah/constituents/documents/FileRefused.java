package org.silah.constituents.documents;

import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;

/** The file is none that we take; the sentence says what to do instead. Nothing of it is kept. */
class FileRefused extends BrokenRule {

  private static final long serialVersionUID = 1;

  /** @param what end of the message key {@code constituents.document.refused.…} */
  FileRefused(String what, @Nullable Object... args) {
    super("constituents.document.refused." + what, args);
  }
}
