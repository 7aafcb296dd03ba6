package org.silah.giving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.kernel.HijriDate;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.silah.web.Spreadsheet;
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
    var written = new AtomicLong();
    try (var sheet = Spreadsheet.begin("gifts-" + institutions.today(), List.of(words.get("giving.export.head").split("\\|")), words.language(), request, response)) {
      rows.forEach(asked.read(new Mistakes()), row -> {
        sheet.row(cells(row, words));
        written.incrementAndGet();
      });
    }
    audit.record("gift.export", "gift", null, Map.of("filter", asked.at(""), "rows", written.get()));
  }

  private static List<Object> cells(GiftRow row, Words words) {
    return List.of(
        row.givenOn(),
        HijriDate.from(row.givenOn()).toString(),
        row.fileNumber(),
        row.giverName(),
        row.amount().amount(),
        row.amount().currency().getCurrencyCode(),
        row.base().amount(),
        words.get(row.purpose().key()),
        row.designation() == null ? "" : row.designation(),
        words.get(row.channel().key()),
        Reasons.told(row.reversalReason(), words),
        row.id().toString());
  }
}
