package org.silah.constituents.duplicates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.constituents.text.Typed;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dictionary of given names, which tells that two spellings are one name and two names are two. */
@Controller
class SpellingPages {

  private static final int SHOWN = 30;
  private static final int LONGEST = 60;
  private static final int MOST = 60;

  private final Spellings spellings;
  private final Following following;
  private final Actors actors;
  private final Audit audit;
  private final Pages pages;

  SpellingPages(Spellings spellings, Following following, Actors actors, Audit audit, Pages pages) {
    this.spellings = spellings;
    this.following = following;
    this.actors = actors;
    this.audit = audit;
    this.pages = pages;
  }

  /** @param other the other spellings, apart by commas or lines */
  record Form(String name, String other) {}

  /**
   * @param q part of a spelling to find
   * @param edit a name to change
   */
  @GetMapping("/settings/spellings")
  ModelAndView show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String edit, HttpServletRequest request) {
    var edited = edit.isBlank() ? null : spellings.find(edit);
    return show(q, edited == null ? new Form("", "") : new Form(edited.name(), edited.text()), new Mistakes(), request);
  }

  private ModelAndView show(String q, Form form, Mistakes mistakes, HttpServletRequest request) {
    var asked = Spellings.key(q);
    var found = spellings.all().stream()
        .filter(line -> asked.isEmpty() ? q.isBlank() : line.spellings().stream().anyMatch(one -> Spellings.key(one).contains(asked))).toList();
    var view = new ModelAndView("constituents/duplicates/spellings", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("q", q);
    view.addObject("names", found.subList(0, Math.min(SHOWN, found.size())));
    view.addObject("more", Math.max(0, found.size() - SHOWN));
    view.addObject("takenOut", spellings.takenOut());
    view.addObject("form", form);
    view.addObject("mistakes", mistakes.in(pages.words(request)));
    return view;
  }

  @PostMapping("/settings/spellings")
  @Transactional
  ModelAndView put(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String other, HttpServletRequest request, RedirectAttributes next) {
    var mistakes = new Mistakes();
    var head = spelling(name, "name", mistakes);
    var all = new ArrayList<String>(List.of(head));
    Arrays.stream(other.split("[,،;؛\\n\\r]+")).filter(one -> !one.isBlank()).map(one -> spelling(one, "other", mistakes))
        .filter(one -> all.stream().noneMatch(known -> Spellings.key(known).equals(Spellings.key(one)))).forEach(all::add);
    if (mistakes.none() && all.size() < 2) {
      mistakes.add("other", "web.invalid.required");
    }
    if (all.size() > MOST) {
      mistakes.add("other", "constituents.spellings.too-many", MOST);
    }
    if (!mistakes.none()) {
      return show("", new Form(name, other), mistakes, request);
    }
    spellings.put(head, all, actors.current().code());
    return changed("put", head, all, "constituents.spellings.saved", request, next);
  }

  /** Takes a name out. One of the charity's own is gone, one that Silah came with can be put in again. */
  @PostMapping("/settings/spellings/removal")
  @Transactional
  ModelAndView remove(@RequestParam String name, HttpServletRequest request, RedirectAttributes next) {
    var line = spellings.find(name);
    if (line == null) {
      throw new NoSuchElementException();
    }
    if (line.builtIn()) {
      spellings.put(line.name(), List.of(), actors.current().code());
    } else {
      spellings.forget(line.name());
    }
    return changed("remove", line.name(), List.of(), "constituents.spellings.removed", request, next);
  }

  /** As Silah came with it. */
  @PostMapping("/settings/spellings/restoration")
  @Transactional
  ModelAndView restore(@RequestParam String name, HttpServletRequest request, RedirectAttributes next) {
    spellings.forget(name);
    return changed("restore", name, List.of(), "constituents.spellings.restored", request, next);
  }

  private ModelAndView changed(String deed, String name, List<String> all, String told, HttpServletRequest request, RedirectAttributes next) {
    following.searchIsDueNow();
    audit.record("duplicates.spellings", "duplicates", null, Map.of("deed", deed, "name", name, "spellings", all));
    next.addFlashAttribute("notice", pages.words(request).get(told));
    return new ModelAndView("redirect:/settings/spellings");
  }

  private static String spelling(String typed, String box, Mistakes mistakes) {
    try {
      var text = PersonName.clean(Typed.text(typed, LONGEST));
      if (Spellings.key(text).isEmpty() || !text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || " '’-".indexOf(c) >= 0)) {
        mistakes.add(box, "constituents.spellings.unreadable");
      }
      return text;
    } catch (Unreadable unreadable) {
      mistakes.add(box, unreadable);
      return "";
    }
  }
}
