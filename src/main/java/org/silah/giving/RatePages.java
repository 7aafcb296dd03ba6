package org.silah.giving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.kernel.Amounts;
import org.silah.kernel.Dates;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The charity's exchange rates. */
@Controller
class RatePages {

  private static final int DECIMALS = 8;
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(9);

  private final Rates rates;
  private final Institutions institutions;
  private final Audit audit;
  private final Pages pages;

  RatePages(Rates rates, Institutions institutions, Audit audit, Pages pages) {
    this.rates = rates;
    this.institutions = institutions;
    this.audit = audit;
    this.pages = pages;
  }

  /** As typed. */
  record Form(String currency, String fromDay, String rate) {}

  @GetMapping("/settings/rates")
  String show(HttpServletRequest request, Model model) {
    var today = TypedDays.today(institutions.today(), Pages.language(request));
    return show(new Form("", today, ""), new Mistakes(), request, model);
  }

  @PostMapping("/settings/rates")
  @Transactional
  String set(@RequestParam(defaultValue = "") String currency, @RequestParam(name = "from_day", defaultValue = "") String fromDay,
      @RequestParam(defaultValue = "") String rate, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    var form = new Form(currency.strip(), fromDay.strip(), rate.strip());
    var mistakes = new Mistakes();
    var money = Fields.read(mistakes, "currency", () -> foreign(form.currency()));
    var day = Fields.read(mistakes, "from_day", () -> Dates.parse(form.fromDay()));
    var worth = Fields.read(mistakes, "rate", () -> rate(form.rate()));
    if (money == null || day == null || worth == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, mistakes, request, model);
    }
    var before = rates.from(money, day);
    var after = new Rate(money, day, worth, Rate.Source.ENTERED);
    rates.set(after);
    audit.record("rate.set", "rate", money.getCurrencyCode() + " " + day,
        Map.of("before", before.map(RatePages::facts).orElse(Map.of()), "after", facts(after)));
    next.addFlashAttribute("notice", pages.words(request).get("giving.rates.saved", money));
    return "redirect:/settings/rates";
  }

  @PostMapping("/settings/rates/{currency}/{day}/removal")
  @Transactional
  String remove(@PathVariable String currency, @PathVariable LocalDate day, HttpServletRequest request, RedirectAttributes next) {
    var rate = rates.from(GiftAmounts.currency(currency), day).orElseThrow();
    rates.remove(rate);
    audit.record("rate.remove", "rate", rate.currency().getCurrencyCode() + " " + day, Map.of("before", facts(rate)));
    next.addFlashAttribute("notice", pages.words(request).get("giving.rates.removed", rate.currency()));
    return "redirect:/settings/rates";
  }

  private String show(Form form, Mistakes mistakes, HttpServletRequest request, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes.in(pages.words(request)));
    model.addAttribute("rates", rates.all());
    model.addAttribute("own", institutions.charity().currency());
    return "giving/rates";
  }

  private java.util.Currency foreign(String code) {
    var currency = GiftAmounts.currency(code);
    if (currency.equals(institutions.charity().currency())) {
      throw new Unreadable("giving.rates.own");
    }
    return currency;
  }

  private static BigDecimal rate(String text) {
    var rate = Amounts.parsePositive(text).stripTrailingZeros();
    if (rate.scale() > DECIMALS || rate.compareTo(LARGEST) > 0) {
      throw new Unreadable("giving.rates.unreadable", DECIMALS);
    }
    return rate;
  }

  private static Map<String, String> facts(Rate rate) {
    return Map.of("currency", rate.currency().getCurrencyCode(), "from_day", rate.fromDay().toString(), "rate", rate.rate().toPlainString(),
        "source", rate.source().code());
  }
}
