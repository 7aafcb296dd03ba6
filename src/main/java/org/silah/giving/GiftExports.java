package org.silah.giving;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.kernel.HijriDate;
import org.silah.kernel.PlainCell;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.silah.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The gifts of a list as a file for a spreadsheet, with headings that an import knows again. A gift that was reversed stands
 * there with the reason, and an import refuses it: it would count again.
 */
@Controller
class GiftExports {

  private final GiftRows rows;
  private final Institutions institutions;
  private final Audit audit;
  private final Pages pages;

  GiftExports(GiftRows rows, Institutions institutions, Audit audit, Pages pages) {
    this.rows = rows;
    this.institutions = institutions;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/gifts/export")
  @Transactional
  void export(Filtering asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var words = pages.words(request);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"gifts-" + institutions.today() + ".csv\"");
    response.setHeader("Cache-Control", "no-store");
    var written = new AtomicLong();
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write('\uFEFF'); // without it spreadsheets take the file for their own old encoding
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
      csv.writeRecord(words.get("giving.export.head").split("\\|"));
      rows.forEach(asked.read(new Mistakes()), row -> {
        csv.writeRecord(cells(row, words));
        written.incrementAndGet();
      });
    }
    audit.record("gift.export", "gift", null, Map.of("filter", asked.at(""), "rows", written.get()));
  }

  private static String[] cells(GiftRow row, Words words) {
    return new String[] {
        row.givenOn().toString(),
        HijriDate.from(row.givenOn()).toString(),
        String.valueOf(row.fileNumber()),
        PlainCell.guard(row.giverName()),
        row.amount().amount().toPlainString(),
        row.amount().currency().getCurrencyCode(),
        row.base().amount().toPlainString(),
        words.get(row.purpose().key()),
        PlainCell.guard(row.designation() == null ? "" : row.designation()),
        words.get(row.channel().key()),
        PlainCell.guard(Reasons.told(row.reversalReason(), words)),
        row.id().toString()};
  }
}
