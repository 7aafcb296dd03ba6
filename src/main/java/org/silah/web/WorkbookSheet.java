package org.silah.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PlainCell;

/**
 * XLSX: days are days and amounts numbers, the rest is text, from right to left in Arabic, under a head that stays. A sheet that is full is
 * followed by another with the same head.
 */
final class WorkbookSheet implements Spreadsheet {

  private static final int FULL = Worksheet.MAX_ROWS;
  /** Rows that are held until they are written. */
  private static final int BLOCK = 500;
  private static final int NARROWEST = 12;
  private static final int WIDEST = 40;
  /** Digits that a number of a spreadsheet keeps. */
  private static final int DIGITS = 15;
  /** Spreadsheets count days from here. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final int LONGEST_TEXT = 32_767;
  /** Numbers of telephones: a sign before them makes no formula of a cell that is text. */
  private static final Pattern PHONES = Pattern.compile("\\+[0-9]{6,15}(; \\+[0-9]{6,15})*");
  /** What XML cannot carry. */
  private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private final Workbook book;
  private final String name;
  private final List<String> heads;
  private final Language language;
  private final int full;
  private @Nullable Worksheet sheet;
  private int sheets;
  private int row;

  WorkbookSheet(OutputStream out, String name, List<String> heads, Language language) {
    this(out, name, heads, language, FULL);
  }

  WorkbookSheet(OutputStream out, String name, List<String> heads, Language language, int full) {
    this.book = new Workbook(out, "Silah", "1.0");
    this.name = name;
    this.heads = heads;
    this.language = language;
    this.full = full;
    next();
  }

  private Worksheet next() {
    try {
      if (sheet != null) {
        sheet.finish();
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    var next = book.newWorksheet(++sheets == 1 ? name : name + " " + sheets);
    if (language == Language.AR) {
      next.rightToLeft();
    }
    next.freezePane(0, 1);
    for (int column = 0; column < heads.size(); column++) {
      next.width(column, Math.clamp(heads.get(column).length() + 4, NARROWEST, WIDEST));
      text(next, 0, column, heads.get(column));
      next.style(0, column).bold().set();
    }
    row = 1;
    sheet = next;
    return next;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    var into = sheet == null || row == full ? next() : sheet;
    for (int column = 0; column < cells.size(); column++) {
      cell(into, row, column, cells.get(column));
    }
    row++;
    if (row % BLOCK == 0) {
      try {
        into.flush();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  private static void cell(Worksheet into, int row, int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case LocalDate day when !day.isBefore(FIRST_DAY) -> {
        into.value(row, column, day);
        into.style(row, column).format("yyyy-mm-dd").set();
      }
      case Long number -> into.value(row, column, number);
      case BigDecimal amount when amount.precision() <= DIGITS -> {
        into.value(row, column, amount);
        into.style(row, column).format(amount.scale() > 0 ? "#,##0." + "0".repeat(amount.scale()) : "#,##0").set();
      }
      case BigDecimal amount -> text(into, row, column, amount.toPlainString());
      case String text when PHONES.matcher(text).matches() -> text(into, row, column, text);
      case String text -> text(into, row, column, PlainCell.guard(text));
      default -> text(into, row, column, cell.toString());
    }
  }

  /** In the cell itself: a list of all texts, as workbooks usually have, would have to be held to the end. */
  private static void text(Worksheet into, int row, int column, String text) {
    if (!text.isEmpty()) {
      var written = UNWRITABLE.matcher(text).replaceAll("\uFFFD");
      into.inlineString(row, column, written.length() > LONGEST_TEXT ? written.substring(0, LONGEST_TEXT) : written);
    }
  }

  @Override
  public void close() throws IOException {
    book.finish();
  }
}
