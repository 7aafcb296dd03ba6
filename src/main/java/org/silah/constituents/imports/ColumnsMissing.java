package org.silah.constituents.imports;

import java.util.List;
import org.silah.kernel.BrokenRule;

/** Columns without which this kind of list says nothing are not among those chosen. */
class ColumnsMissing extends BrokenRule {

  private static final long serialVersionUID = 1;

  private final transient List<ImportKind.Field> fields;

  ColumnsMissing(List<ImportKind.Field> fields) {
    super("constituents.import.columns.missing");
    this.fields = List.copyOf(fields);
  }

  List<ImportKind.Field> fields() {
    return fields;
  }
}
