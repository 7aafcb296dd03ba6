package org.silah.constituents.imports;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read.
 *
 * @param encoding of a CSV file, null for a workbook; so is the delimiter
 * @param certain false while a person must look whether the letters are right
 * @param sheet which of a workbook's {@code sheets}, from 0
 * @param headerRow the row above the data, 0 if there is none
 */
record FileShape(
    FileFormat format, @Nullable Charset encoding, @Nullable Character delimiter, boolean certain, int sheet, List<String> sheets, int headerRow) {

  static FileShape csv(Encoding encoding, char delimiter) {
    return new FileShape(FileFormat.CSV, encoding.charset(), delimiter, encoding.certain(), 0, List.of(), 0);
  }

  static FileShape workbook(List<String> sheets, int sheet) {
    return new FileShape(FileFormat.XLSX, null, null, true, sheet, sheets, 0);
  }

  FileShape headedBy(int row) {
    return new FileShape(format, encoding, delimiter, certain, sheet, sheets, row);
  }
}
