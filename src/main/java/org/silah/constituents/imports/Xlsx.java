package org.silah.constituents.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PlainCell;

/** One sheet of a workbook, row by row. Cells come as a person sees them: dates as days, numbers without ".0", formulas as what they gave. */
final class Xlsx implements ImportSheet {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  private static final Pattern QUOTED_OR_COLOUR = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
  private static final Pattern DATE = Pattern.compile("[ymd]", Pattern.CASE_INSENSITIVE);

  private final Path file;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private int row;
  private String[] cells = {};

  private Xlsx(Path file, ReadableWorkbook workbook, int sheet) throws IOException {
    this.file = file;
    this.workbook = workbook;
    this.stream = visible(workbook).get(sheet).openStream();
    this.rows = stream.iterator();
  }

  /** @param copy checked by {@link WorkbookCheck}; deleted when the sheet is closed */
  static Xlsx read(Path copy, int sheet) throws IOException {
    try {
      return new Xlsx(copy, new ReadableWorkbook(copy.toFile(), hasStyles(copy) ? WITH_FORMATS : ReadingOptions.DEFAULT_READING_OPTIONS), sheet);
    } catch (RuntimeException | IOException e) {
      Files.deleteIfExists(copy);
      throw new ImportRefused("workbook");
    }
  }

  /** A workbook may do without them, and then no number in it is a day; the reader takes their absence for damage. */
  private static boolean hasStyles(Path copy) throws IOException {
    try (var zip = new ZipFile(copy.toFile())) {
      return zip.stream().anyMatch(part -> part.getName().equalsIgnoreCase("xl/styles.xml"));
    }
  }

  /** What its sheets are called, in order. */
  static List<String> sheets(Path copy) throws IOException {
    try (var workbook = new ReadableWorkbook(copy.toFile())) {
      var names = visible(workbook).stream().map(Sheet::getName).toList();
      if (names.isEmpty()) {
        throw new ImportRefused("empty");
      }
      return names;
    } catch (ExcelReaderException | IOException e) {
      throw new ImportRefused("workbook");
    }
  }

  private static List<Sheet> visible(ReadableWorkbook workbook) {
    return workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).toList();
  }

  @Override
  public boolean next() {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      var next = rows.next();
      row = next.getRowNum();
      cells = texts(next);
      return true;
    } catch (ExcelReaderException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new ImportRefused("workbook");
    }
  }

  private static String[] texts(Row row) {
    int width = row.getCellCount();
    while (width > 0 && isEmpty(row.getCell(width - 1))) {
      width--;
    }
    var texts = new String[width];
    for (int i = 0; i < width; i++) {
      texts[i] = PlainCell.plain(text(row.getCell(i)));
    }
    return texts;
  }

  private static boolean isEmpty(@Nullable Cell cell) {
    return cell == null || text(cell).isEmpty();
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    return switch (cell.getType()) {
      case EMPTY -> "";
      case NUMBER -> number(cell);
      case STRING, BOOLEAN, ERROR -> cell.getText();
      case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell) : String.valueOf(cell.getValue() == null ? "" : cell.getValue());
    };
  }

  private static String number(Cell cell) {
    if (isDate(cell)) {
      var at = cell.asDate();
      return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }
    var number = new BigDecimal(cell.getRawValue());
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(Cell cell) {
    var id = cell.getDataFormatId();
    if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
      return true;
    }
    var format = cell.getDataFormatString();
    return format != null && !format.equalsIgnoreCase("General") && DATE.matcher(QUOTED_OR_COLOUR.matcher(format).replaceAll("")).find();
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public String[] cells() {
    return cells;
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    try {
      stream.close();
      workbook.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
