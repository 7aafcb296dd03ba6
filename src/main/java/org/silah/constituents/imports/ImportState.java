package org.silah.constituents.imports;

import java.util.Locale;

/**
 * Where an import stands. A background job leads from the states that end in <i>-ing</i> to the next; people lead from the
 * others.
 */
enum ImportState {
  /** Its columns are to be confirmed. */
  COLUMNS,
  /** The file is read and each row matched. */
  STAGING,
  /** What would become of each row is shown; nothing is written yet. */
  PREVIEW,
  COMMITTING,
  DONE,
  UNDOING,
  UNDONE,
  /** Given up before anything was written. */
  DISCARDED,
  /** The file cannot be read to its end, or the program fails on it. What was committed before stays, and can be undone. */
  BROKEN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  boolean isAtWork() {
    return this == STAGING || this == COMMITTING || this == UNDOING;
  }
}
