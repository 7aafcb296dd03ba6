package org.silah.constituents.merging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.silah.access.Audit;
import org.silah.constituents.Dossiers;
import org.silah.constituents.PartyId;
import org.silah.constituents.Successors;
import org.silah.kernel.BrokenRule;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files side by side, field by field; made one, and made several again. */
@Controller
class MergePages {

  private final SideBySide side;
  private final MergeSheets sheets;
  private final Merging merging;
  private final Merges merges;
  private final Dossiers dossiers;
  private final Successors successors;
  private final Audit audit;
  private final Pages pages;

  MergePages(SideBySide side, MergeSheets sheets, Merging merging, Merges merges, Dossiers dossiers, Successors successors, Audit audit, Pages pages) {
    this.side = side;
    this.sheets = sheets;
    this.merging = merging;
    this.merges = merges;
    this.dossiers = dossiers;
    this.successors = successors;
    this.audit = audit;
    this.pages = pages;
  }

  /**
   * @param client one or more; with only one it asks for another
   * @param kept whose file is to stay
   */
  @GetMapping("/merges/new")
  @Transactional
  ModelAndView compare(@RequestParam List<String> client, @RequestParam(defaultValue = "") String kept, HttpServletRequest request) {
    var asked = ids(client);
    var present = present(asked);
    if (present.size() == 1 && asked.size() > 1) {
      return new ModelAndView("redirect:/clients/" + present.getFirst());
    }
    present.forEach(party -> audit.record("client.read", "client", party, Map.of("part", "merge")));
    return side.show(present, kept, Map.of(), null, request);
  }

  @PostMapping("/merges")
  ModelAndView merge(
      @RequestParam List<String> client, @RequestParam(defaultValue = "") String kept, @RequestParam(defaultValue = "") String version,
      @RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes next) {
    var asked = ids(client);
    var present = present(asked);
    if (!present.equals(asked)) {
      next.addFlashAttribute("notice", pages.words(request).get("constituents.merge.meanwhile"));
      return new ModelAndView(present.size() == 1 ? "redirect:/clients/" + present.getFirst() : "redirect:/merges/new?" + SideBySide.query(present));
    }
    try {
      var sheet = sheets.of(present.stream().map(party -> dossiers.find(party).orElseThrow()).toList(), SideBySide.chosen(kept, present), pages.words(request));
      if (!sheet.version().equals(version)) {
        return side.show(present, kept, typed, "constituents.merge.changed", request);
      }
      merging.merge(sheet.stays(), sheet.theirs(typed));
      next.addFlashAttribute("notice", pages.words(request).get("constituents.merge.done", present.size()));
      return new ModelAndView("redirect:/clients/" + sheet.stays());
    } catch (BrokenRule rule) {
      return side.show(present, kept, typed, rule.key(), request);
    }
  }

  @PostMapping("/merges/{merge}/undoing")
  ModelAndView undo(@PathVariable UUID merge, HttpServletRequest request, RedirectAttributes next) {
    var one = merges.find(merge).orElseThrow(NoSuchElementException::new);
    try {
      merging.undo(merge);
      next.addFlashAttribute("notice", pages.words(request).get("constituents.merge.undone"));
    } catch (BrokenRule rule) {
      next.addFlashAttribute("notice", pages.words(request).get(rule.key()));
    }
    return new ModelAndView("redirect:/clients/" + one.kept());
  }

  private static List<PartyId> ids(List<String> typed) {
    try {
      return typed.stream().filter(one -> !one.isBlank()).distinct().map(PartyId::of).toList();
    } catch (IllegalArgumentException e) {
      throw new NoSuchElementException(e);
    }
  }

  /** Who they are now: somebody may have merged some of them meanwhile. */
  private List<PartyId> present(List<PartyId> asked) {
    var present = new LinkedHashSet<PartyId>();
    asked.forEach(party -> present.add(successors.of(party).orElse(party)));
    if (present.isEmpty() || present.size() > SideBySide.MOST) {
      throw new NoSuchElementException();
    }
    return List.copyOf(present);
  }
}
