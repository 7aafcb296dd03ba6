package org.silah.insight;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind a figure of the dashboard. */
@Controller
class FigurePages {

  private static final int PAGE = 50;

  private final Members members;
  private final CountRuns runs;

  FigurePages(Members members, CountRuns runs) {
    this.members = members;
    this.runs = runs;
  }

  @GetMapping("/insight/{figure}")
  String show(@PathVariable String figure, @RequestParam(defaultValue = "") String after, Model model) {
    var of = Figure.of(figure);
    var rows = members.page(of, Members.Cursor.of(after).orElse(Members.Cursor.START), PAGE + 1);
    var shown = rows.subList(0, Math.min(PAGE, rows.size()));
    model.addAttribute("figure", of);
    model.addAttribute("count", members.counts().get(of));
    model.addAttribute("run", runs.last().orElse(null));
    model.addAttribute("rows", shown);
    model.addAttribute("next", rows.size() > PAGE ? shown.getLast().cursor() : null);
    model.addAttribute("first", after.isEmpty());
    return "insight/figure";
  }
}
