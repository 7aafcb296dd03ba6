package org.silah.giving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.access.Institutions;
import org.silah.constituents.Client;
import org.silah.constituents.Hit;
import org.silah.constituents.search.Search;
import org.silah.kernel.Dates;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The form for a gift: six fields, and ready for the next one as soon as one is saved. */
@Controller
class GiftEntries {

  private static final String CHANNEL = "gift_channel";
  private static final int LATEST = 6;

  private final GiftReader reader;
  private final Givers givers;
  private final Intake intake;
  private final Rates rates;
  private final GiftRows rows;
  private final Search search;
  private final Institutions institutions;
  private final Pages pages;

  GiftEntries(GiftReader reader, Givers givers, Intake intake, Rates rates, GiftRows rows, Search search, Institutions institutions,
      Pages pages) {
    this.reader = reader;
    this.givers = givers;
    this.intake = intake;
    this.rates = rates;
    this.rows = rows;
    this.search = search;
    this.institutions = institutions;
    this.pages = pages;
  }

  @GetMapping("/gifts/new")
  String begin(@RequestParam(defaultValue = "") String giver, @RequestParam(name = "new_name", required = false) String newName,
      @CookieValue(name = CHANNEL, defaultValue = "transfer") String channel, HttpServletRequest request, Model model) {
    var chosen = givers.client(giver);
    var currency = institutions.charity().currency().getCurrencyCode();
    var form = GiftForm.blank(chosen.map(client -> client.id().toString()).orElse(""), chosen.map(Client::displayName).orElse(""), currency,
        TypedDays.today(institutions.today(), Pages.language(request)), channel);
    return show(newName == null ? form : form.making(newName), new Mistakes(), List.of(), request, model);
  }

  @PostMapping("/gifts")
  Object record(GiftForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    var mistakes = new Mistakes();
    var gift = reader.read(form.gift(), mistakes);
    var found = givers.find(form, mistakes);
    if (gift.isEmpty() || found.giver().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, mistakes, found.candidates(), request, model);
    }
    var id = intake.take(found.giver().get(), gift.get());
    next.addFlashAttribute("recorded", id.toString());
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(CHANNEL, form.channel())
        .path("/gifts").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Strict").build().toString());
    return "redirect:/gifts/new";
  }

  /** Who fits what is typed, for the list below the box. */
  @GetMapping("/gifts/givers")
  String givers(@RequestParam(name = "giver-text", defaultValue = "") String typed, Model model) {
    var text = typed.strip();
    model.addAttribute("typed", text);
    model.addAttribute("addAt", "/gifts/giver?new_name=" + UriUtils.encode(text, StandardCharsets.UTF_8));
    model.addAttribute("hits", text.isEmpty() ? List.of() : search.find(text, Givers.SHOWN));
    return "giving/hits";
  }

  /** The place of the giver in the form: a box to find one, or two to make one. */
  @GetMapping("/gifts/giver")
  String giver(@RequestParam(name = "new_name", required = false) String newName, Model model) {
    var blank = GiftForm.blank("", "", "", "", "");
    model.addAttribute("form", newName == null ? blank : blank.making(newName));
    model.addAttribute("mistakes", Map.of());
    model.addAttribute("candidates", List.of());
    return "giving/giver";
  }

  /** What day a typed date is, in both calendars. */
  @GetMapping("/gifts/day")
  String day(@RequestParam(name = "given_on", defaultValue = "") String typed, Model model) {
    try {
      model.addAttribute("day", Dates.parse(typed));
    } catch (Unreadable e) {
      model.addAttribute("day", null);
    }
    return "giving/day";
  }

  private String show(GiftForm form, Mistakes mistakes, List<Hit> candidates, HttpServletRequest request, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes.in(pages.words(request)));
    model.addAttribute("candidates", candidates);
    model.addAttribute("currencies", rates.currencies());
    model.addAttribute("day", TypedDays.readable(form.givenOn()).orElse(null));
    model.addAttribute("latest", rows.latest(LATEST));
    model.addAttribute("recorded", Optional.ofNullable((String) model.getAttribute("recorded")).flatMap(rows::find).orElse(null));
    return "giving/new";
  }
}
