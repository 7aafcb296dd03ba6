package org.silah.constituents.lists;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silah.access.Branches;
import org.silah.access.Sights;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All clients, or those whom the address asks for. */
@Controller
class ClientLists {

  private static final int PAGE = 50;

  private final ClientRows rows;
  private final ListQueries queries;
  private final ListColumns columns;
  private final ClientViews views;
  private final Branches branches;
  private final Sights sights;
  private final Pages pages;

  ClientLists(ClientRows rows, ListQueries queries, ListColumns columns, ClientViews views, Branches branches, Sights sights, Pages pages) {
    this.rows = rows;
    this.queries = queries;
    this.columns = columns;
    this.views = views;
    this.branches = branches;
    this.sights = sights;
    this.pages = pages;
  }

  /** Opened from the menu it is the view that the person chose to open with. */
  @GetMapping("/clients")
  String show(@RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
    var saved = views.seen();
    var opening = saved.stream().filter(ClientView::opens).findFirst();
    if (request.getQueryString() == null && opening.isPresent()) {
      return "redirect:" + opening.get().at();
    }
    var asked = queries.of(request);
    var found = rows.page(asked, after, PAGE + 1);
    var shown = asked.filter().text().isEmpty() ? found.subList(0, Math.min(PAGE, found.size())) : found;
    var shownColumns = columns.shown(asked.columns(), views.columns());
    model.addAttribute("asked", asked);
    model.addAttribute("filters", queries.filters());
    model.addAttribute("views", saved);
    model.addAttribute("view", saved.stream().filter(view -> view.id().toString().equals(asked.view())).findFirst().orElse(null));
    model.addAttribute("rows", shown);
    model.addAttribute("branches", branches.all());
    model.addAttribute("offered", sights.seen());
    model.addAttribute("known", columns.known(pages.of(request)));
    model.addAttribute("shown", shownColumns);
    model.addAttribute("columns", columns.contributed(shownColumns));
    model.addAttribute("cells", cells(shown, columns.contributed(shownColumns), request));
    model.addAttribute("next", found.size() > shown.size() ? shown.getLast().cursor(asked.sort()) : null);
    model.addAttribute("first", after.isEmpty());
    return "constituents/lists/clients";
  }

  /** By the heading of the column. */
  private Map<String, Map<PartyId, Content>> cells(List<ClientRow> shown, List<ListColumn> columns, HttpServletRequest request) {
    var parties = shown.stream().map(ClientRow::id).toList();
    var page = pages.of(request);
    var cells = new LinkedHashMap<String, Map<PartyId, Content>>();
    columns.forEach(column -> cells.put(column.heading(), column.cells(parties, page)));
    return cells;
  }
}
