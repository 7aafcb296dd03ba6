package org.silah.constituents;

import org.silah.kernel.BrokenRule;

/** Two columns are said to be the same thing, of which a client has but one. */
class ImportColumnTwice extends BrokenRule {

  private static final long serialVersionUID = 1;

  private final transient ImportKind.Field field;

  ImportColumnTwice(ImportKind.Field field) {
    super("constituents.import.columns.twice");
    this.field = field;
  }

  ImportKind.Field field() {
    return field;
  }
}
