package org.silah.constituents.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.silah.access.Audit;
import org.silah.web.Pages;
import org.silah.web.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The failed rows of an import as a file like the one they came in, each with its reason at the end: to be mended and handed in
 * again.
 */
@Controller
class FailedFiles {

  private final Imports imports;
  private final ImportRows rows;
  private final Audit audit;
  private final Pages pages;

  FailedFiles(Imports imports, ImportRows rows, Audit audit, Pages pages) {
    this.imports = imports;
    this.rows = rows;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/imports/{id}/failed.csv")
  @Transactional
  void write(@PathVariable ImportId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var job = imports.get(id);
    var words = pages.words(request);
    var delimiter = job.shape().delimiter();
    var written = new AtomicLong();
    var heads = line(job.columns().headers(), job.columns().width(), Reasons.header(words));
    try (var sheet = Spreadsheet.begin("failed-" + job.settings().today(), heads, words.language(), delimiter == null ? ',' : delimiter, request, response)) {
      rows.forEachFailed(job, row -> {
        sheet.row(line(row.cells(), job.columns().width(), row.mistakes(job.columns(), words)));
        written.incrementAndGet();
      });
    }
    audit.record("import.failed.export", "import", id, Map.of("rows", written.get()));
  }

  /** A row with too few cells is filled up, so that the reason stands in its column; one with too many keeps them. */
  private static List<String> line(List<String> cells, int width, String reason) {
    var line = new ArrayList<String>(width + 1);
    line.addAll(cells);
    while (line.size() < width) {
      line.add("");
    }
    line.add(reason);
    return line;
  }
}
