package org.silah.constituents.imports;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * More that a list of any kind may say of its clients: a bean of this type adds columns to those of {@link ClientFields}. What a row says in them
 * is staged together, as JSON of the bean's own under its {@link #code}; after the clients of a chunk are made the bean adds it to them.
 * It never overwrites, and what it writes carries {@code import_id}, so that it can be taken back.
 */
public interface ClientColumns {

  /** What is staged stands under it among the facts of a row; no fact has it, and the codes of its fields begin with it and a dot. */
  String code();

  /** Those that whoever acts may fill. */
  List<ImportKind.Field> fields();

  /** For one import; asked from several threads at once. */
  Reading reading(ImportSettings settings);

  /** @return the clients who were known before and got something */
  Collection<UUID> add(Chunk chunk);

  @FunctionalInterface
  interface Reading {

    /** JSON of what the row says, null for nothing. What is wrong is noted through {@code cells}. */
    @Nullable String read(Cells cells, String kind);
  }
}
