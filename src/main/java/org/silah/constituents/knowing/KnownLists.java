package org.silah.constituents.knowing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Sights;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The clients behind a figure of what we know. */
@Controller
class KnownLists {

  private static final int PAGE = 50;

  private final KnownRows clients;
  private final WantedFacts wanted;
  private final Sights sights;
  private final Pages pages;

  KnownLists(KnownRows clients, WantedFacts wanted, Sights sights, Pages pages) {
    this.clients = clients;
    this.wanted = wanted;
    this.sights = sights;
    this.pages = pages;
  }

  /** @param numbers kinds of identity with commas between */
  @GetMapping("/knowledge/clients")
  String show(
      @RequestParam(required = false) @Nullable String branch, @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String item, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String band, @RequestParam(required = false) @Nullable String numbers,
      @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
    var view = View.of(sights.seen(), branch, kind);
    var of = wanted.all().stream().filter(one -> one.item().equals(item)).findFirst().orElse(null);
    var filter = KnownFilter.of(of, state, band, numbers);
    var place = place(after);
    var found = clients.page(view, filter, place, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("view", view);
    model.addAttribute("filter", filter);
    model.addAttribute("said", said(view, filter, pages.of(request)));
    model.addAttribute("rows", shown);
    model.addAttribute("next", found.size() > shown.size() ? shown.getLast().id().toString() : null);
    model.addAttribute("first", place == null);
    return "constituents/knowing/clients";
  }

  /** Who that is, in words. */
  private static List<String> said(View view, KnownFilter filter, Page page) {
    return Stream.of(
            view.branch() == null ? null : view.branch().name(page.language()),
            view.kind() == null ? null : page.t("constituents.kind." + view.kind().code()),
            filter.item() == null ? null : page.t("constituents.knowing.state." + filter.state().code() + "-of", page.t(filter.item().key())),
            filter.band() == null ? null : page.t("constituents.knowing.band-of", page.t("constituents.knowing.band." + filter.band())),
            filter.identities() == null ? null : page.t("constituents.knowing.numbers-of", numbers(filter, page)))
        .filter(Objects::nonNull).toList();
  }

  private static String numbers(KnownFilter filter, Page page) {
    return filter.isWithoutNumbers()
        ? page.t("constituents.knowing.without")
        : String.join(page.t("constituents.comma"), filter.identities().stream().map(kind -> page.t("constituents.identity." + kind)).toList());
  }

  private static @Nullable UUID place(String after) {
    try {
      return after.isEmpty() ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
