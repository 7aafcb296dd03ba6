package org.silah.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PlainCell;

/** Texts are guarded by {@link PlainCell}, which an import undoes. */
final class CsvSheet implements Spreadsheet {

  private final CsvWriter csv;

  CsvSheet(Writer file, List<String> heads, char delimiter) {
    csv = CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(LineDelimiter.CRLF).build(file);
    row(heads);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    csv.writeRecord(cells.stream().map(CsvSheet::told).toList());
  }

  private static String told(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case String text -> PlainCell.guard(text);
      case BigDecimal number -> number.toPlainString();
      default -> cell.toString();
    };
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
