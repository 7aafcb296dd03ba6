package org.silah.constituents.lists;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branches;
import org.silah.access.Sights;
import org.silah.constituents.ClientFilter;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All clients. */
@Controller
class ClientLists {

  private static final int PAGE = 50;

  private final ClientRows rows;
  private final ListFilters filters;
  private final List<ListColumn> columns;
  private final Branches branches;
  private final Sights sights;
  private final Pages pages;

  ClientLists(ClientRows rows, ListFilters filters, List<ListColumn> columns, Branches branches, Sights sights, Pages pages) {
    this.rows = rows;
    this.filters = filters;
    this.columns = columns.stream().sorted(Comparator.comparingInt(ListColumn::order)).toList();
    this.branches = branches;
    this.sights = sights;
    this.pages = pages;
  }

  @GetMapping("/clients")
  String show(
      @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String role,
      @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String order,
      @RequestParam(required = false) @Nullable String branch, @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
    var filter = ClientFilter.of(kind, role, q, order, branch).with(filters.asked(request));
    var page = pages.of(request);
    var all = Stream.concat(columns.stream(), filters.column(filter).stream()).toList();
    var found = rows.page(filter, after, PAGE + 1);
    var shown = filter.text().isEmpty() ? found.subList(0, Math.min(PAGE, found.size())) : found;
    model.addAttribute("filter", filter);
    model.addAttribute("rows", shown);
    model.addAttribute("branches", branches.all());
    model.addAttribute("offered", sights.seen());
    model.addAttribute("columns", all);
    model.addAttribute("cells", cells(shown, all, page));
    model.addAttribute("boxes", filters.boxes(filter, page));
    model.addAttribute("more", filters.columns(page));
    model.addAttribute("next", found.size() > shown.size() ? shown.getLast().cursor() : null);
    model.addAttribute("first", after.isEmpty());
    return "constituents/lists/clients";
  }

  /** By the heading of the column. */
  private Map<String, Map<PartyId, Content>> cells(List<ClientRow> shown, List<ListColumn> columns, Page page) {
    var parties = shown.stream().map(ClientRow::id).toList();
    var cells = new LinkedHashMap<String, Map<PartyId, Content>>();
    columns.forEach(column -> cells.put(column.heading(), column.cells(parties, page)));
    return cells;
  }
}
