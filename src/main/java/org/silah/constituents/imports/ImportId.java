package org.silah.constituents.imports;

import java.util.UUID;
import org.silah.kernel.Ids;

/** Identifies an import; the same value stands in every {@code import_id} column. */
public record ImportId(UUID value) {

  public static ImportId next() {
    return new ImportId(Ids.next());
  }

  /** @throws IllegalArgumentException if {@code text} is not a UUID */
  public static ImportId of(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
