package org.silah.constituents.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes the values of one row in the order of the staging table's columns. The types must be exactly those of the columns. */
public interface Values {

  /** For {@code text} and {@code char}. */
  Values text(@Nullable String value);

  /** For {@code bigint}. */
  Values number(@Nullable Long value);

  /** For {@code int}. */
  Values integer(@Nullable Integer value);

  /** For {@code boolean}. */
  Values flag(@Nullable Boolean value);

  /** For {@code date}. */
  Values date(@Nullable LocalDate value);
}
