package org.silah.constituents.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.silah.kernel.Unreadable;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Views are saved, renamed, shared and thrown away; columns are chosen. What they keep is read like an address, so nothing else gets in. */
@Controller
class ViewPages {

  private final ClientViews views;
  private final ListQueries queries;
  private final ListColumns columns;
  private final Pages pages;

  ViewPages(ClientViews views, ListQueries queries, ListColumns columns, Pages pages) {
    this.views = views;
    this.queries = queries;
    this.columns = columns;
    this.pages = pages;
  }

  @PostMapping("/clients/views")
  String save(@RequestParam(defaultValue = "") String name, HttpServletRequest request, RedirectAttributes next) {
    var asked = queries.of(request);
    try {
      var id = views.add(name, asked.saved());
      say("constituents.view.saved", request, next);
      return "redirect:" + asked.under(id.toString()).at("/clients", "");
    } catch (Unreadable unreadable) {
      return again(unreadable, asked, request, next);
    }
  }

  /** Another name, and what the list shows at this moment. */
  @PostMapping("/clients/views/{view}")
  String change(@PathVariable UUID view, @RequestParam(defaultValue = "") String name, HttpServletRequest request, RedirectAttributes next) {
    var asked = queries.of(request).under(view.toString());
    try {
      views.change(view, name, asked.saved());
      say("constituents.view.saved", request, next);
      return "redirect:" + asked.at("/clients", "");
    } catch (Unreadable unreadable) {
      return again(unreadable, asked, request, next);
    }
  }

  @PostMapping("/clients/views/{view}/removal")
  String remove(@PathVariable UUID view, HttpServletRequest request, RedirectAttributes next) {
    views.remove(view);
    say("constituents.view.removed", request, next);
    return "redirect:/clients?all=yes";
  }

  @PostMapping("/clients/views/{view}/sharing")
  String share(@PathVariable UUID view, @RequestParam(defaultValue = "yes") String shared, HttpServletRequest request, RedirectAttributes next) {
    views.share(view, shared.equals("yes"));
    say(shared.equals("yes") ? "constituents.view.shared-now" : "constituents.view.own-again", request, next);
    return "redirect:" + queries.of(request).under(view.toString()).at("/clients", "");
  }

  @PostMapping("/clients/views/{view}/opening")
  String openWith(@PathVariable UUID view, HttpServletRequest request, RedirectAttributes next) {
    views.openWith(view);
    say("constituents.view.opening-changed", request, next);
    return "redirect:" + queries.of(request).under(view.toString()).at("/clients", "");
  }

  /** For whoever chooses, until they choose anew; an unknown column is passed over. */
  @PostMapping("/clients/columns")
  String choose(@RequestParam(name = "column", required = false) List<String> chosen, HttpServletRequest request, RedirectAttributes next) {
    var known = new ArrayList<>(columns.codes());
    known.retainAll(chosen == null ? List.of() : chosen);
    views.choose(known.isEmpty() ? List.of(ListColumns.NONE) : known);
    say("constituents.list.columns-chosen", request, next);
    return "redirect:" + queries.of(request).at("/clients", "");
  }

  private String again(Unreadable unreadable, ListQuery asked, HttpServletRequest request, RedirectAttributes next) {
    next.addFlashAttribute("mistake", pages.words(request).get(unreadable));
    return "redirect:" + asked.at("/clients", "");
  }

  private void say(String key, HttpServletRequest request, RedirectAttributes next) {
    next.addFlashAttribute("notice", pages.words(request).get(key));
  }
}
