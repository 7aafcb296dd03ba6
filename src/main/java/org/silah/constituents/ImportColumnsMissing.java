package org.silah.constituents;

import java.util.List;
import org.silah.kernel.BrokenRule;

/** Columns without which this kind of list says nothing are not among those chosen. */
class ImportColumnsMissing extends BrokenRule {

  private static final long serialVersionUID = 1;

  private final transient List<ImportKind.Field> fields;

  ImportColumnsMissing(List<ImportKind.Field> fields) {
    super("constituents.import.columns.missing");
    this.fields = List.copyOf(fields);
  }

  List<ImportKind.Field> fields() {
    return fields;
  }
}
