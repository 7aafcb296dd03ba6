package org.silah.constituents.knowing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Branch;
import org.silah.access.Institutions;
import org.silah.access.Sights;
import org.silah.web.Pages;
import org.silah.web.Spreadsheet;
import org.silah.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to call next and what to ask, to print or to hand to those who call; and apart from them whom nobody may call or can. */
@Controller
class CallPages {

  private static final int PAGE = 50;
  private static final String[] COLUMNS = {"file_number", "name", "phone", "branch", "questions", "reach"};

  private final KnownRows clients;
  private final WantedFacts wanted;
  private final Sights sights;
  private final Institutions institutions;
  private final Audit audit;
  private final Pages pages;

  CallPages(KnownRows clients, WantedFacts wanted, Sights sights, Institutions institutions, Audit audit, Pages pages) {
    this.clients = clients;
    this.wanted = wanted;
    this.sights = sights;
    this.institutions = institutions;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/knowledge/calls")
  String show(
      @RequestParam(required = false) @Nullable String branch, @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String reach, @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
    var view = View.of(sights.seen(), branch, kind);
    var place = place(after);
    var found = clients.calls(view, Reach.of(reach), place, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("view", view);
    model.addAttribute("reach", Reach.of(reach));
    model.addAttribute("rows", shown);
    model.addAttribute("call", wanted.call());
    model.addAttribute("next", found.size() > shown.size() ? shown.getLast().gain() + "," + shown.getLast().id() : null);
    model.addAttribute("first", place == null);
    return "constituents/knowing/calls";
  }

  @GetMapping("/knowledge/calls/export")
  @Transactional
  void export(
      @RequestParam(required = false) @Nullable String branch, @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String reach, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var view = View.of(sights.seen(), branch, kind);
    var words = pages.words(request);
    var names = view.offered().stream().collect(Collectors.toMap(Branch::id, one -> one.name(words.language())));
    var written = new AtomicLong();
    var heads = Stream.of(COLUMNS).map(column -> words.get("constituents.calls.export." + column)).toList();
    try (var sheet = Spreadsheet.begin("calls-" + institutions.today(), heads, words.language(), request, response)) {
      clients.forEachCall(view, Reach.of(reach), row -> {
        sheet.row(cells(row, Reach.of(reach), names, words));
        written.incrementAndGet();
      });
    }
    audit.record("knowledge.calls.export", "client", null,
        Map.of("list", view.at("/knowledge/calls", "reach=" + Reach.of(reach).code()), "rows", written.get()));
  }

  private static List<Object> cells(KnownRows.Row row, Reach reach, Map<UUID, String> branches, Words words) {
    return List.of(
        row.fileNumber(), row.name(), row.phone() == null ? "" : row.phone().e164(), branches.getOrDefault(row.branch(), ""),
        String.join("\n", Script.of(row, words)), words.get("constituents.calls.reach." + reach.code()));
  }

  private static KnownRows.@Nullable Place place(String after) {
    try {
      var parts = after.split(",");
      return after.isEmpty() ? null : new KnownRows.Place(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
    } catch (RuntimeException e) {
      return null;
    }
  }
}
