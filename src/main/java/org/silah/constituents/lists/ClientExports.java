package org.silah.constituents.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.silah.constituents.PartyId;
import org.silah.constituents.ExportColumns;
import java.util.stream.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Collections;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Branches;
import org.silah.access.Institutions;
import org.silah.web.Pages;
import org.silah.web.Spreadsheet;
import org.silah.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The clients of a list as a file for a spreadsheet, with headings that an import knows again.
 */
@Controller
class ClientExports {

  private static final String[] COLUMNS = {
    "file_number", "kind", "name", "latin_name", "title", "gender", "birth_on", "phones", "emails", "national_id", "residence",
    "commercial_register", "city", "roles", "role_since", "language", "branch", "source", "created_on"
  };

  /** Clients whose further columns are read at once. */
  private static final int BLOCK = 500;

  private final ExportRows rows;
  private final ListQueries queries;
  private final List<ExportColumns> more;
  private final Branches branches;
  private final Institutions institutions;
  private final Audit audit;
  private final Pages pages;

  ClientExports(ExportRows rows, ListQueries queries, List<ExportColumns> more, Branches branches, Institutions institutions, Audit audit, Pages pages) {
    this.rows = rows;
    this.queries = queries;
    this.more = more;
    this.branches = branches;
    this.institutions = institutions;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/clients/export")
  @Transactional
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var asked = queries.of(request);
    var names = branches.all().stream().collect(Collectors.toMap(one -> one.id().toString(), one -> one.name(Pages.language(request))));
    var words = pages.words(request);
    var written = new AtomicLong();
    var sheets = more.stream().map(one -> one.sheet(words)).toList();
    var heads = Stream.concat(
        Arrays.stream(COLUMNS).map(column -> words.get("constituents.export." + column)),
        sheets.stream().flatMap(sheet -> sheet.headings().stream())).toList();
    try (var sheet = Spreadsheet.begin("clients-" + institutions.today(), heads, words.language(), request, response)) {
      var block = new ArrayList<ExportRows.Row>(BLOCK);
      rows.forEach(asked, row -> {
        block.add(row);
        if (block.size() == BLOCK) {
          write(block, sheets, names, words, sheet);
        }
        written.incrementAndGet();
      });
      write(block, sheets, names, words, sheet);
    }
    var told = new HashMap<>(asked.told());
    told.put("rows", written.get());
    audit.record("client.export", "client", null, told);
  }

  private static void write(List<ExportRows.Row> block, List<ExportColumns.Sheet> sheets, Map<String, String> branches, Words words, Spreadsheet into) {
    var parties = block.stream().map(row -> new PartyId(row.id())).toList();
    var further = sheets.stream().map(sheet -> sheet.cells(parties)).toList();
    for (var row : block) {
      var cells = new ArrayList<@Nullable Object>(cells(row, branches, words));
      for (int i = 0; i < sheets.size(); i++) {
        var none = Collections.nCopies(sheets.get(i).headings().size(), "");
        further.get(i).getOrDefault(new PartyId(row.id()), none).forEach(cells::add);
      }
      into.row(cells);
    }
    block.clear();
  }

  private static List<@Nullable Object> cells(ExportRows.Row row, Map<String, String> branches, Words words) {
    return Arrays.asList(
      row.fileNumber(),
      words.get("constituents.kind." + (row.bearing() == null ? row.kind() : row.bearing())),
      row.name(),
      row.latinName(),
      row.title(),
      row.gender() == null ? null : words.get("constituents.field.gender." + row.gender()),
      Spreadsheet.day(row.birthOn()),
      row.phones(),
      row.emails(),
      row.nationalId(),
      row.residence(),
      row.commercialRegister(),
      row.city(),
      words(row.roles(), words),
      row.roleSince(),
      words.get("constituents.field.language." + row.language()),
      branches.get(row.branch()),
      row.source(),
      Spreadsheet.day(row.createdOn()));
  }

  private static String words(@Nullable String roles, Words words) {
    return roles == null ? "" : Arrays.stream(roles.split(";")).map(role -> words.get("constituents.role." + role)).reduce((a, b) -> a + "; " + b).orElse("");
  }
}
