package org.silah.kernel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands in a complete copy: one file, one row a line, in the order of its key.
 *
 * @param name with its schema
 * @param columns those that belong to it, in the order of the file
 * @param put what a copy that is taken in gets in columns that do not belong to it: SQL by column
 * @param only a condition on the rows that belong to it; null for all
 * @param later a column that is filled when all tables are there, because it names a row of a table behind this one
 * @param instead whether an empty Silah has rows of its own in it, which those of the copy take the place of
 */
public record CopiedTable(String name, List<String> columns, Map<String, String> put, @Nullable String only, @Nullable String later, boolean instead) {

  public static CopiedTable of(String name, String columns) {
    return new CopiedTable(name, Arrays.stream(columns.split(",")).map(String::strip).toList(), Map.of(), null, null, false);
  }

  /** Where the migrations left something that every charity begins with. */
  public CopiedTable inPlaceOfOurs() {
    return new CopiedTable(name, columns, put, only, later, true);
  }

  public CopiedTable only(String condition) {
    return new CopiedTable(name, columns, put, condition, later, instead);
  }

  public CopiedTable later(String column) {
    return new CopiedTable(name, columns, put, only, column, instead);
  }

  /** @param sql what stands in a column of a copy that was taken in, {@code null} too */
  public CopiedTable without(String column, String sql) {
    var more = new LinkedHashMap<>(put);
    more.put(column, sql);
    return new CopiedTable(name, columns, more, only, later, instead);
  }
}
