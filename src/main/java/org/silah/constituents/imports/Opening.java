package org.silah.constituents.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.silah.kernel.Digits;
import org.springframework.stereotype.Component;

/** Opens uploaded files: finds out how to read them, and reads them so. */
@Component
class Opening {

  private static final int ROWS_LOOKED_AT = 220;
  private static final int SHOWN = 20;
  private static final int HEADERS_WITHIN = 10;

  private final ImportFiles files;
  private final Limits limits;
  private final Proposal proposal;

  Opening(ImportFiles files, Limits limits, Proposal proposal) {
    this.files = files;
    this.limits = limits;
    this.proposal = proposal;
  }

  Scan scan(long announced) {
    return new Scan(limits, announced);
  }

  /** Finds out everything by itself. */
  Beginning look(ImportId id, Scan scan) throws IOException {
    if (scan.format() == FileFormat.XLSX) {
      return look(id, workbook(id, 0), -1);
    }
    var encoding = scan.encoding();
    return look(id, FileShape.csv(encoding, Delimiter.find(wholeLines(scan.head(), encoding.charset()))), -1);
  }

  /** As a person says. */
  Beginning look(ImportId id, FileShape shape) throws IOException {
    return look(id, shape, shape.headerRow());
  }

  ImportSheet open(ImportId id, FileShape shape) throws IOException {
    if (shape.format() == FileFormat.CSV) {
      return Csv.read(files.open(id), Objects.requireNonNull(shape.encoding()), Objects.requireNonNull(shape.delimiter()));
    }
    var copy = files.copy(id);
    WorkbookCheck.check(copy, limits);
    return Xlsx.read(copy, shape.sheet());
  }

  private FileShape workbook(ImportId id, int sheet) throws IOException {
    var copy = files.copy(id);
    try {
      WorkbookCheck.check(copy, limits);
      return FileShape.workbook(Xlsx.sheets(copy), sheet);
    } finally {
      java.nio.file.Files.deleteIfExists(copy);
    }
  }

  private Beginning look(ImportId id, FileShape shape, int headerRow) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var sheet = open(id, shape)) {
      while (rows.size() < ROWS_LOOKED_AT && sheet.next()) {
        while (rows.size() < sheet.row() - 1 && rows.size() < ROWS_LOOKED_AT) {
          rows.add(List.of());
        }
        rows.add(shortened(sheet.cells()));
      }
    }
    if (rows.stream().allMatch(Opening::isBlank)) {
      throw new ImportRefused("empty");
    }
    return beginning(shape, rows, headerRow < 0 ? headerRow(rows) : Math.min(headerRow, rows.size()));
  }

  private Beginning beginning(FileShape shape, List<List<String>> rows, int headerRow) {
    var below = rows.subList(headerRow, rows.size()).stream().filter(row -> !isBlank(row)).limit(200).toList();
    if (below.isEmpty()) {
      throw new ImportRefused("no-rows");
    }
    int width = headerRow == 0 ? below.stream().mapToInt(List::size).max().orElse(0) : rows.get(headerRow - 1).size();
    if (width > limits.columns()) {
      throw new ImportRefused("columns", limits.columns());
    }
    var headers = new ArrayList<String>();
    for (int i = 0; i < width; i++) {
      headers.add(headerRow == 0 ? "" : rows.get(headerRow - 1).get(i).strip());
    }
    return new Beginning(shape.headedBy(headerRow), headers, below.stream().limit(SHOWN).toList());
  }

  /** The row near the top with the most headers we know; lists often begin with a title. Without any it is the first, unless that is data. */
  private int headerRow(List<List<String>> rows) {
    int best = 0;
    int most = 1;
    for (int i = 0; i < Math.min(HEADERS_WITHIN, rows.size()); i++) {
      int known = (int) rows.get(i).stream().filter(proposal::isKnownHeader).count();
      if (known > most) {
        best = i + 1;
        most = known;
      }
    }
    if (best > 0) {
      return best;
    }
    int first = 0;
    while (isBlank(rows.get(first))) {
      first++;
    }
    return rows.get(first).stream().anyMatch(Opening::isData) && rows.get(first).stream().noneMatch(proposal::isKnownHeader) ? first : first + 1;
  }

  private static boolean isData(String cell) {
    return cell.indexOf('@') > 0 || Digits.toAscii(cell).chars().filter(c -> c >= '0' && c <= '9').count() >= 5;
  }

  private List<String> shortened(String[] cells) {
    return Arrays.stream(cells).map(cell -> cell.length() > 200 ? cell.substring(0, 200) : cell).toList();
  }

  private static boolean isBlank(List<String> row) {
    return row.stream().allMatch(String::isBlank);
  }

  /** Up to the end of the last whole line, so that no letter is cut in two. */
  private static String wholeLines(byte[] head, Charset encoding) {
    var text = new String(head, encoding);
    int end = text.lastIndexOf('\n');
    var whole = end > 0 && head.length >= 100_000 ? text.substring(0, end) : text;
    return whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
  }
}
