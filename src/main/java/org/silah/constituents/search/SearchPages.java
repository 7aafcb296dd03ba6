package org.silah.constituents.search;

import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box: hits while typing, a page of them without script, and clients to choose from in forms. */
@Controller
class SearchPages {

  private static final int HITS = 10;
  private static final int PAGE = 50;
  private static final Pattern FIELD = Pattern.compile("[a-z][a-zA-Z0-9_-]{0,40}");

  private final Search search;

  SearchPages(Search search) {
    this.search = search;
  }

  @GetMapping("/search")
  String page(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("q", q);
    model.addAttribute("found", search.look(q, PAGE));
    return "constituents/search/page";
  }

  @GetMapping("/search/hits")
  String hits(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("q", q);
    model.addAttribute("found", search.look(q, HITS));
    return "constituents/search/hits";
  }

  /** @param field id of the hidden field that takes the id of the chosen client; the box beside it has {@code -text} behind */
  @GetMapping("/search/pick")
  String pick(@RequestParam(defaultValue = "") String q, @RequestParam String field, @RequestParam(name = "new", defaultValue = "") String fresh,
      jakarta.servlet.http.HttpServletRequest request, Model model) {
    var known = FIELD.matcher(field).matches() ? field : "client";
    var box = request.getParameter(known + "-text");
    model.addAttribute("field", known);
    model.addAttribute("typed", box == null ? q : box);
    model.addAttribute("offerNew", fresh.equals("yes"));
    model.addAttribute("found", search.look(box == null ? q : box, HITS));
    return "constituents/search/picks";
  }
}
