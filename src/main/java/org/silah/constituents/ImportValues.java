package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes the values of one row in the order of the staging table's columns. The types must be exactly those of the columns. */
public interface ImportValues {

  /** For {@code text} and {@code char}. */
  ImportValues text(@Nullable String value);

  /** For {@code bigint}. */
  ImportValues number(@Nullable Long value);

  /** For {@code int}. */
  ImportValues integer(@Nullable Integer value);

  /** For {@code boolean}. */
  ImportValues flag(@Nullable Boolean value);

  /** For {@code date}. */
  ImportValues date(@Nullable LocalDate value);
}
