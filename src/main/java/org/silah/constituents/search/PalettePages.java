package org.silah.constituents.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.silah.access.Audit;
import org.silah.constituents.Hit;
import org.silah.constituents.PartyId;
import org.silah.kernel.PersonName;
import org.silah.web.Language;
import org.silah.web.Offer;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The palette that Ctrl K opens everywhere: clients, what can be done, where one can go; each only if the person may. */
@Controller
class PalettePages {

  private static final int CLIENTS = 6;
  private static final int LATELY = 5;
  /** For so many of the clients found it also offers what can be done for them. */
  private static final int SERVED = 1;

  private final Search search;
  private final Candidates candidates;
  private final List<Offer> offers;
  private final Audit audit;
  private final Pages pages;

  PalettePages(Search search, Candidates candidates, List<Offer> offers, Audit audit, Pages pages) {
    this.search = search;
    this.candidates = candidates;
    this.offers = offers.stream().sorted(Comparator.comparingInt(Offer::order)).toList();
    this.audit = audit;
    this.pages = pages;
  }

  /** @param letter the key that leads there behind a G; empty for none */
  record Choice(String words, String path, String icon, String letter) {}

  @GetMapping("/palette")
  @Transactional(readOnly = true)
  String choices(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var found = q.isBlank() ? new Finding(lately(), null) : search.look(q, CLIENTS);
    model.addAttribute("q", q.strip());
    model.addAttribute("found", found);
    model.addAttribute("actions", actions(q, found.hits(), page));
    model.addAttribute("places", places(q, page));
    return "constituents/search/palette";
  }

  /** Whose profile the person opened lately, as far as they are still in sight. */
  private List<Hit> lately() {
    return candidates.hits(audit.lately("client.read", LATELY).stream().map(PartyId::of).toList(), Map.of());
  }

  private List<Choice> actions(String q, List<Hit> hits, Page page) {
    var actions = new ArrayList<Choice>();
    if (!q.isBlank()) {
      for (var hit : hits.subList(0, Math.min(SERVED, hits.size()))) {
        offers.stream()
            .filter(offer -> offer.isForClient() && page.may("GET", offer.route(hit.id())))
            .forEach(offer -> actions.add(new Choice(page.t(offer.key(), hit.displayName()), offer.at(hit.id()), offer.icon(), "")));
      }
    }
    offers.stream()
        .filter(offer -> !offer.isForClient() && page.may("GET", offer.route("")) && isMeant(q, offer.key()))
        .forEach(offer -> actions.add(new Choice(page.t(offer.key()), offer.path(), offer.icon(), "")));
    return actions;
  }

  private List<Choice> places(String q, Page page) {
    return page.menu().stream()
        .filter(item -> isMeant(q, item.key()))
        .map(item -> new Choice(page.t(item.key()), item.path(), item.icon(), item.letter()))
        .toList();
  }

  /** Whether every word typed begins one of the words, in either language. */
  private boolean isMeant(String q, String key) {
    var asked = PersonName.fold(q).split(" ");
    return Arrays.stream(Language.values()).anyMatch(language -> {
      var words = " " + PersonName.fold(pages.in(language).get(key));
      return Arrays.stream(asked).allMatch(word -> words.contains(" " + word) || words.contains(" ال" + word));
    });
  }
}
