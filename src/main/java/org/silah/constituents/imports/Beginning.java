package org.silah.constituents.imports;

import java.util.List;

/**
 * The first rows of a file as they are read.
 *
 * @param sample some rows below the headers
 */
record Beginning(FileShape shape, List<String> headers, List<List<String>> sample) {

  Beginning withoutLast() {
    int width = headers.size() - 1;
    return new Beginning(shape, headers.subList(0, width), sample.stream().map(row -> row.subList(0, Math.min(width, row.size()))).toList());
  }
}
