package org.silah.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silah.kernel.PlainCell;

/** A list as people open it in a spreadsheet. */
class SpreadsheetTest {

  private static final List<String> HEADS = List.of("الاسم", "الجوال", "تاريخ الميلاد", "المبلغ", "رقم الملف", "رقم الهوية");
  private static final List<String> LIVE = List.of("=1+1", "+1", "-1+1|cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''=1", "=HYPERLINK(\"x\")");

  @TempDir Path folder;

  @Test
  void anArabicWorkbookReadsFromTheRightUnderAHeadThatStays() throws IOException {
    var parts = parts(workbook(Language.AR, List.of()));
    assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("rightToLeft=\"true\"").containsPattern("<pane [^>]*ySplit=\"1\"[^>]*state=\"frozen\"").contains("<cols>");
    assertThat(parts.get("xl/styles.xml")).contains("<b/>");
    assertThat(parts(workbook(Language.EN, List.of())).get("xl/worksheets/sheet1.xml")).doesNotContain("rightToLeft=\"true\"");
  }

  @Test
  void daysAreDaysAmountsAreNumbersAndNumbersOfPeopleStayTexts() throws IOException {
    var row = new ArrayList<Object>(Arrays.asList("أحمد", "+966501112221", LocalDate.of(1980, 2, 29), new BigDecimal("1250.50"), 100_001L, "0010000001"));
    var read = cells(workbook(Language.AR, List.of(row, Arrays.asList(null, "", LocalDate.of(1850, 1, 1), new BigDecimal("12345678901234567.89"), null, null))));
    assertThat(read.get(1)).containsExactly("STRING:أحمد", "STRING:+966501112221", "NUMBER:29280.0", "NUMBER:1250.50", "NUMBER:100001", "STRING:0010000001");
    assertThat(read.get(2)).contains("STRING:1850-01-01", "STRING:12345678901234567.89");
    assertThat(parts(workbook(Language.AR, List.of(row))).get("xl/styles.xml")).contains("yyyy-mm-dd", "#,##0.00");
  }

  @Test
  void noCellIsAFormulaAndEachReadsBackAsItWas() throws IOException {
    var rows = LIVE.stream().map(text -> List.<Object>of(text)).toList();
    var file = workbook(Language.AR, rows);
    assertThat(parts(file).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>").doesNotContain("<f ");
    var texts = cells(file).stream().skip(1).map(cells -> cells.getFirst().substring("STRING:".length())).toList();
    assertThat(texts).allMatch(text -> text.startsWith("'"));
    assertThat(texts.stream().map(PlainCell::plain)).isEqualTo(LIVE);
    var csv = new ByteArrayOutputStream();
    try (var sheet = Spreadsheet.csv(csv, List.of("الاسم"), ',')) {
      rows.forEach(sheet::row);
    }
    assertThat(csv.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFالاسم\r\n").contains("'=1+1\r\n", "'+1\r\n", "'-1+1|cmd", "'@SUM(A1)", "''=1");
  }

  @Test
  void whatXmlCannotCarryDoesNotBreakTheFile() throws IOException {
    var read = cells(workbook(Language.AR, List.of(List.of("a\u0001b\u0000c"), List.of("سطر\nوسطر"), List.of("<b>&amp;\"'"), List.of("👩‍👩‍👧 \u202Eabc"))));
    assertThat(read.subList(1, 5)).extracting(List::getFirst).containsExactly("STRING:a\uFFFDb\uFFFDc", "STRING:سطر\nوسطر", "STRING:<b>&amp;\"'", "STRING:👩‍👩‍👧 \u202Eabc");
  }

  @Test
  void whatDoesNotFitOnASheetGoesOnOnTheNextUnderTheSameHead() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sheet = new WorkbookSheet(out, "clients", List.of("رقم"), Language.AR, 1_000)) {
      for (long i = 1; i <= 2_500; i++) {
        sheet.row(List.of(i));
      }
    }
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(book.getSheets().map(sheet -> rows(sheet).size())).containsExactly(1_000, 1_000, 503);
      assertThat(book.getSheets().map(sheet -> rows(sheet).getFirst().getCellText(0))).containsOnly("رقم");
      assertThat(rows(book.getSheets().toList().get(2)).getLast().getCellText(0)).isEqualTo("2500");
    }
  }

  /** What is written has left before the end: of a long list only a little is held at any time. */
  @Test
  void rowsLeaveAsTheyAreWritten() throws IOException {
    var left = new long[1];
    var counting = new OutputStream() {
      @Override
      public void write(int one) {
        left[0]++;
      }

      @Override
      public void write(byte[] bytes, int from, int many) {
        left[0] += many;
      }
    };
    try (var sheet = Spreadsheet.workbook(counting, "clients", List.of("a"), Language.AR)) {
      long before = 0;
      for (int i = 0; i < 60_000; i++) {
        sheet.row(List.of(java.util.UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}).toString()));
        if (i % 20_000 == 19_999) {
          assertThat(left[0]).isGreaterThan(before + 100_000);
          before = left[0];
        }
      }
    }
  }

  private static byte[] workbook(Language language, List<? extends List<?>> rows) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sheet = Spreadsheet.workbook(out, "clients", HEADS, language)) {
      rows.forEach(sheet::row);
    }
    return out.toByteArray();
  }

  private static List<List<String>> cells(byte[] workbook) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return rows(book.getFirstSheet()).stream()
          .map(row -> row.stream().map(cell -> cell == null || cell.getType() == CellType.EMPTY ? "" : cell.getType() + ":" + (cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue())).toList())
          .toList();
    }
  }

  private static List<org.dhatim.fastexcel.reader.Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) {
    try {
      return sheet.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** As programs read it, from its end. */
  private Map<String, String> parts(byte[] workbook) throws IOException {
    var parts = new HashMap<String, String>();
    try (var zip = new ZipFile(Files.write(folder.resolve("list.xlsx"), workbook).toFile())) {
      for (var entry : zip.stream().toList()) {
        parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
