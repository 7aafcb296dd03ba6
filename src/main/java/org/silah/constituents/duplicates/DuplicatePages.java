package org.silah.constituents.duplicates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.silah.access.Actors;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pairs of clients who are likely one, for a person to decide. */
@Controller
class DuplicatePages {

  private static final int PAGE = 20;

  private final Proposals proposals;
  private final Sides sides;
  private final DuplicateSearches searches;
  private final SearchWork work;
  private final KeptApart keptApart;
  private final Actors actors;
  private final Pages pages;

  DuplicatePages(Proposals proposals, Sides sides, DuplicateSearches searches, SearchWork work, KeptApart keptApart, Actors actors, Pages pages) {
    this.proposals = proposals;
    this.sides = sides;
    this.searches = searches;
    this.work = work;
    this.keptApart = keptApart;
    this.actors = actors;
    this.pages = pages;
  }

  /** A proposal with its two clients. */
  record Pair(Proposal proposal, Side a, Side b) {}

  @GetMapping("/duplicates")
  ModelAndView list(@RequestParam(defaultValue = "") String after, HttpServletRequest request) {
    return list(after, new Mistakes(), "", request);
  }

  private ModelAndView list(String after, Mistakes mistakes, String open, HttpServletRequest request) {
    var found = proposals.page(Proposals.Place.read(after), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var known = sides.of(shown.stream().flatMap(one -> Stream.of(one.a(), one.b())).distinct().toList());
    var pairs = shown.stream().filter(one -> known.containsKey(one.a()) && known.containsKey(one.b())).map(one -> new Pair(one, known.get(one.a()), known.get(one.b()))).toList();
    var view = new ModelAndView("constituents/duplicates/list", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("pairs", pairs);
    view.addObject("search", searches.newest().orElse(null));
    view.addObject("next", found.size() > PAGE ? Proposals.Place.of(shown.getLast()).text() : null);
    view.addObject("first", after.isEmpty());
    view.addObject("open", open);
    view.addObject("mistakes", mistakes.in(pages.words(request)));
    return view;
  }

  @PostMapping("/duplicates/search")
  String search(HttpServletRequest request, RedirectAttributes next) {
    boolean begun = work.begin(actors.current().code());
    next.addFlashAttribute("notice", pages.words(request).get(begun ? "constituents.duplicates.begun" : "constituents.duplicates.underway"));
    return "redirect:/duplicates";
  }

  /** A person says that they are two. */
  @PostMapping("/duplicates/decisions")
  ModelAndView keepApart(@RequestParam UUID one, @RequestParam UUID other, @RequestParam(defaultValue = "") String reason, HttpServletRequest request, RedirectAttributes next) {
    try {
      keptApart.keepApart(one, other, reason);
    } catch (Mistakes mistakes) {
      return list("", mistakes, one + " " + other, request);
    }
    next.addFlashAttribute("notice", pages.words(request).get("constituents.duplicates.kept-apart"));
    return new ModelAndView("redirect:/duplicates");
  }
}
