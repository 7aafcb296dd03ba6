package org.silah.insight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.silah.access.Institutions;
import org.silah.segments.Pyramid;
import org.silah.segments.PyramidDrawing;
import org.silah.web.ChartRing;
import org.silah.web.ChartSpark;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page: whether giving grows and relationships last, what is new, and what waits for somebody. */
@Controller
class Dashboard {

  private static final int NEWEST = 5;
  private static final int SPARK_DAYS = 30;

  private final RaisedDays raisedDays;
  private final Members members;
  private final CountRuns runs;
  private final Counting counting;
  private final Newest newest;
  private final Attention attention;
  private final Pyramid pyramid;
  private final Institutions institutions;
  private final Pages pages;

  Dashboard(RaisedDays raisedDays, Members members, CountRuns runs, Counting counting, Newest newest, Attention attention, Pyramid pyramid,
      Institutions institutions, Pages pages) {
    this.raisedDays = raisedDays;
    this.members = members;
    this.runs = runs;
    this.counting = counting;
    this.newest = newest;
    this.attention = attention;
    this.pyramid = pyramid;
    this.institutions = institutions;
    this.pages = pages;
  }

  /** For those who may open the figures' rows; everybody else is welcomed and shown the way. */
  @GetMapping("/")
  String show(HttpServletRequest request, Model model) {
    var page = pages.of(request);
    if (!page.may("GET", Figure.ACTIVE.path())) {
      return "insight/welcome";
    }
    var calendar = Reckoning.chosen(request);
    model.addAttribute("calendar", calendar);
    model.addAttribute("run", runs.last().orElse(null));
    showFigures(page, model);
    if (page.may("GET", "/pyramid")) {
      showMoney(page, calendar, model);
    }
    model.addAttribute("gifts", page.may("GET", "/gifts") ? newest.gifts(NEWEST) : null);
    model.addAttribute("clients", newest.clients(NEWEST));
    return "insight/dashboard";
  }

  /** The calendar is remembered on this device, as language and theme are. */
  @PostMapping("/insight/calendar")
  String calendar(@RequestParam String calendar, HttpServletResponse response) {
    Reckoning.of(calendar).ifPresent(chosen -> {
      var cookie = ResponseCookie.from(Reckoning.COOKIE, chosen.code()).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    });
    return "redirect:/";
  }

  @PostMapping("/insight/count")
  String count(HttpServletRequest request, RedirectAttributes next) {
    pyramid.refresh();
    counting.count();
    next.addFlashAttribute("notice", pages.words(request).get("insight.counted"));
    return "redirect:/";
  }

  private void showFigures(Page page, Model model) {
    var counts = members.counts();
    var retention = Retention.now(counts);
    model.addAttribute("counts", counts);
    model.addAttribute("retention", retention);
    model.addAttribute("retentionBefore", Retention.aYearAgo(counts));
    model.addAttribute("ring", new ChartRing(
        page.t("insight.retention"), page.words().percent(retention.rate()), retention.rate(), page.words().percent(retention.rate())));
    model.addAttribute("concerns", attention.concerns(counts, page));
  }

  private void showMoney(Page page, Reckoning calendar, Model model) {
    var today = institutions.today();
    var raised = raisedDays.between(MonthBars.span(today, calendar));
    model.addAttribute("month", Comparison.ofMonth(today, calendar, raised));
    model.addAttribute("year", Comparison.ofYear(today, calendar, raised));
    model.addAttribute("spark",
        new ChartSpark(page.t("insight.spark", SPARK_DAYS), raised.each(new Days(today.minusDays(SPARK_DAYS - 1), today))));
    model.addAttribute("bars", MonthBars.of(raised, today, calendar, page.words()));
    pyramid.latest().filter(run -> run.donors() > 0).ifPresent(run -> {
      model.addAttribute("pyramid", run);
      model.addAttribute("layers", PyramidDrawing.pyramid(run, page.words()));
    });
  }
}
