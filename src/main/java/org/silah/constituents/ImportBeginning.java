package org.silah.constituents;

import java.util.List;

/**
 * The first rows of a file as they are read.
 *
 * @param sample some rows below the headers
 */
record ImportBeginning(ImportShape shape, List<String> headers, List<List<String>> sample) {

  ImportBeginning withoutLast() {
    int width = headers.size() - 1;
    return new ImportBeginning(shape, headers.subList(0, width), sample.stream().map(row -> row.subList(0, Math.min(width, row.size()))).toList());
  }
}
