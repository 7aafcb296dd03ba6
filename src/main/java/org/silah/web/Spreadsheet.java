package org.silah.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file for a spreadsheet, written row after row and never held. A cell is a text, a day, a number, or null for an empty one;
 * no text in it is ever a formula, and our import reads each as it was.
 */
public interface Spreadsheet extends AutoCloseable {

  /** Looks at {@code format} in the address: {@code xlsx}, or CSV for whatever else. */
  static Spreadsheet begin(String name, List<String> heads, Language language, HttpServletRequest request, HttpServletResponse response) throws IOException {
    return begin(name, heads, language, ',', request, response);
  }

  /** @param delimiter of a CSV, for whoever hands the file back to the program it came from */
  static Spreadsheet begin(String name, List<String> heads, Language language, char delimiter, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean workbook = "xlsx".equals(request.getParameter("format"));
    response.setContentType(workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + (workbook ? ".xlsx\"" : ".csv\""));
    response.setHeader("Cache-Control", "no-store");
    return workbook ? workbook(response.getOutputStream(), name, heads, language) : csv(response.getOutputStream(), heads, delimiter);
  }

  static Spreadsheet csv(OutputStream out, List<String> heads, char delimiter) throws IOException {
    var file = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    file.write('\uFEFF'); // without it spreadsheets take the file for their own old encoding
    return new CsvSheet(file, heads, delimiter);
  }

  static Spreadsheet workbook(OutputStream out, String name, List<String> heads, Language language) {
    return new WorkbookSheet(out, name, heads, language);
  }

  /** @throws UncheckedIOException if nobody takes it any more */
  void row(List<? extends @Nullable Object> cells);

  /** Writes what is left. */
  @Override
  void close() throws IOException;

  /** A day, or what is none as it stands. */
  static @Nullable Object day(@Nullable String iso) {
    return iso == null ? null : LocalDate.parse(iso);
  }
}
