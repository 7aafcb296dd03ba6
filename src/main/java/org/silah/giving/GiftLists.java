package org.silah.giving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.silah.access.Institutions;
import org.silah.kernel.HijriDate;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All gifts, newest first. */
@Controller
class GiftLists {

  private static final int PAGE = 50;

  private final GiftRows rows;
  private final Givers givers;
  private final Institutions institutions;
  private final Pages pages;

  GiftLists(GiftRows rows, Givers givers, Institutions institutions, Pages pages) {
    this.rows = rows;
    this.givers = givers;
    this.institutions = institutions;
    this.pages = pages;
  }

  /** A stretch of time that many ask for. */
  record Shortcut(String key, String from) {}

  @GetMapping("/gifts")
  String show(Filtering typed, @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
    var mistakes = new Mistakes();
    var found = givers.filtered(typed);
    var asked = found.asked();
    var filter = asked.read(mistakes);
    var page = asked.isUnsure() ? List.<GiftRow>of() : rows.page(filter, GiftRows.Cursor.of(after).orElse(null), PAGE + 1);
    var shown = page.subList(0, Math.min(PAGE, page.size()));
    model.addAttribute("asked", asked);
    model.addAttribute("mistakes", mistakes.in(pages.words(request)));
    model.addAttribute("giver", givers.client(asked.giver()).orElse(null));
    model.addAttribute("candidates", found.candidates());
    model.addAttribute("rows", shown);
    model.addAttribute("total", rows.total(filter));
    model.addAttribute("reversedOnly", filter.standing() == GiftFilter.Standing.REVERSED);
    model.addAttribute("older", page.size() > PAGE ? shown.getLast().cursor() : null);
    model.addAttribute("first", after.isEmpty());
    model.addAttribute("shortcuts", shortcuts());
    return "giving/list";
  }

  private List<Shortcut> shortcuts() {
    var today = institutions.today();
    var hijri = HijriDate.from(today);
    return List.of(
        new Shortcut("giving.list.this-month", today.withDayOfMonth(1).toString()),
        new Shortcut("giving.list.this-year", today.withDayOfYear(1).toString()),
        new Shortcut("giving.list.this-hijri-month", new HijriDate(hijri.year(), hijri.month(), 1).toString()),
        new Shortcut("giving.list.this-hijri-year", new HijriDate(hijri.year(), 1, 1).toString()));
  }
}
