package org.silah.constituents;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.web.Words;

/**
 * What is wrong in a row.
 *
 * @param column from 0; -1 if it is the row as a whole
 * @param key of its sentence
 */
record ImportProblem(int column, String key, List<String> args) {

  static final int WHOLE_ROW = -1;

  static ImportProblem at(int column, String key, @Nullable Object... args) {
    return new ImportProblem(column, key, Arrays.stream(args).map(String::valueOf).toList());
  }

  String sentence(Words words) {
    return words.has(key) ? words.get(key, args.toArray()) : key;
  }
}
