package org.silah.constituents.imports;

import org.silah.kernel.BrokenRule;

/** Two columns are said to be the same thing, of which a client has but one. */
class ColumnTwice extends BrokenRule {

  private static final long serialVersionUID = 1;

  private final transient ImportKind.Field field;

  ColumnTwice(ImportKind.Field field) {
    super("constituents.import.columns.twice");
    this.field = field;
  }

  ImportKind.Field field() {
    return field;
  }
}
