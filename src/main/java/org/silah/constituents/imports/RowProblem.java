package org.silah.constituents.imports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.web.Words;

/**
 * What is wrong in a row.
 *
 * @param column from 0; -1 if it is the row as a whole
 * @param key of its sentence
 * @param args texts, and numbers where the sentence counts
 */
record RowProblem(int column, String key, List<Object> args) {

  static final int WHOLE_ROW = -1;

  static RowProblem at(int column, String key, @Nullable Object... args) {
    return new RowProblem(column, key, Arrays.stream(args).map(RowProblem::keepable).toList());
  }

  String sentence(Words words) {
    return words.has(key) ? words.get(key, args.toArray()) : key;
  }

  /** With the header of its column before it. */
  String told(Columns columns, Words words) {
    return column < 0 || column >= columns.width() || columns.headers().get(column).isBlank()
        ? sentence(words)
        : words.get("constituents.import.failed.cell", columns.headers().get(column), sentence(words));
  }

  private static Object keepable(@Nullable Object arg) {
    return arg instanceof Integer || arg instanceof Long ? arg : String.valueOf(arg);
  }
}
