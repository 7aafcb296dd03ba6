package org.silah.constituents.knowing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Sights;
import org.silah.constituents.Share;
import org.silah.kernel.HijriDate;
import org.silah.web.ChartBars;
import org.silah.web.Language;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well do we know our clients? Every figure leads to the clients behind it. */
@Controller
class KnowledgePages {

  private static final int MONTHS = 12;
  private static final int NEXT_SHOWN = 12;

  private final Sums sums;
  private final WantedFacts wanted;
  private final OwnLists lists;
  private final KnowledgeFollowing following;
  private final Sights sights;
  private final Pages pages;

  KnowledgePages(Sums sums, WantedFacts wanted, OwnLists lists, KnowledgeFollowing following, Sights sights, Pages pages) {
    this.sums = sums;
    this.wanted = wanted;
    this.lists = lists;
    this.following = following;
    this.sights = sights;
    this.pages = pages;
  }

  @GetMapping("/knowledge")
  String show(
      @RequestParam(required = false) @Nullable String branch, @RequestParam(required = false) @Nullable String kind, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var view = View.of(sights.seen(), branch, kind);
    var figures = Figures.of(view, sums.tallies(view), sums.shares(view), sums.bands(view), wanted.all());
    model.addAttribute("figures", figures);
    model.addAttribute("next", figures.next().subList(0, Math.min(NEXT_SHOWN, figures.next().size())));
    model.addAttribute("lists", lists.of(view.branchIds()));
    model.addAttribute("matrix", IdentityMatrix.of(sums.identities(view)));
    model.addAttribute("bands", bands(figures, page));
    model.addAttribute("trend", trend(view, page));
    model.addAttribute("progress", following.progress());
    return "constituents/knowing/knowledge";
  }

  private static ChartBars bands(Figures figures, Page page) {
    var groups = IntStream.range(0, Figures.BANDS).mapToObj(band -> {
      long clients = figures.bands().get(band);
      var label = page.t("constituents.knowing.band." + band);
      return new ChartBars.Group(label, label, List.of(new ChartBars.Bar(
          clients, page.words().number(clients), page.t("constituents.knowing.band-told", label, clients),
          clients == 0 ? null : figures.view().at("/knowledge/clients", "band=" + band))));
    }).toList();
    return new ChartBars(page.t("constituents.knowing.bands"), page.t("constituents.knowing.bands-described"), page.t("constituents.knowing.band"),
        List.of(page.t("constituents.knowing.clients")), groups, value -> page.words().compact(value));
  }

  /** Two bars for each month: what is known, and what of all is known and fresh. */
  private ChartBars trend(View view, Page page) {
    var months = sums.months(view, page.clock().today().withDayOfMonth(1).minusMonths(MONTHS - 1));
    var groups = months.entrySet().stream().map(month -> {
      var words = page.words();
      var label = words.language() == Language.AR ? words.hijri(month.getKey()) : words.date(month.getKey());
      var shortly = words.language() == Language.AR
          ? words.hijriMonth(HijriDate.from(month.getKey()).month())
          : words.date(month.getKey()).replaceFirst("^\\d+ ", "");
      return new ChartBars.Group(label, shortly, List.of(
          bar(label, page.t("constituents.knowing.complete"), month.getValue(), month.getValue().complete(), page),
          bar(label, page.t("constituents.knowing.sure"), month.getValue(), month.getValue().sure(), page)));
    }).toList();
    return new ChartBars(page.t("constituents.knowing.trend"), page.t("constituents.knowing.trend-described"), page.t("constituents.knowing.day"),
        List.of(page.t("constituents.knowing.complete"), page.t("constituents.knowing.sure")), groups, value -> page.words().percent(value / 100));
  }

  private static ChartBars.Bar bar(String day, String series, Share of, double share, Page page) {
    var text = of.isAsked() ? page.words().percent(share) : "";
    return new ChartBars.Bar(of.isAsked() ? share * 100 : 0, text, page.t("constituents.knowing.trend-told", day, series, text), null);
  }
}
