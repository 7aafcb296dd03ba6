package org.silah.constituents.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Shown;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import, wherever it stands: the columns, the work, the rows, how it ended. */
@Controller
class ImportPages {

  static final List<String> OUTCOMES = List.of("new", "joined", "repeats", "skipped", "failed");

  private static final int PAGE = 50;
  private static final int KEPT = 50;

  private final Imports imports;
  private final ImportRows rows;
  private final ImportKinds kinds;
  private final Steps steps;
  private final ColumnChoice columns;
  private final Shown shown;
  private final Pages pages;

  ImportPages(Imports imports, ImportRows rows, ImportKinds kinds, Steps steps, ColumnChoice columns, Shown shown, Pages pages) {
    this.imports = imports;
    this.rows = rows;
    this.kinds = kinds;
    this.steps = steps;
    this.columns = columns;
    this.shown = shown;
    this.pages = pages;
  }

  @GetMapping("/imports/{id}")
  String show(@PathVariable ImportId id, @RequestParam(defaultValue = "") String mapping, @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "0") int after, HttpServletRequest request, Model model) {
    var job = imports.get(id);
    model.addAttribute("job", job);
    model.addAttribute("kind", kinds.get(job.kind()));
    return switch (job.state()) {
      case COLUMNS -> columns.show(job, mapping, request, model);
      case STAGING, COMMITTING, UNDOING -> "constituents/imports/work";
      case PREVIEW, DONE -> rows(job, OUTCOMES.contains(show) ? show : null, after, request, model);
      case UNDONE, DISCARDED, BROKEN -> ended(job, request, model);
    };
  }

  /** The part of the page that tells how far the work is; when it is done the page is asked for again. */
  @GetMapping("/imports/{id}/progress")
  String progress(@PathVariable ImportId id, HttpServletResponse response, Model model) {
    var job = imports.get(id);
    if (!job.state().isAtWork()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("job", job);
    return "constituents/imports/progress";
  }

  @GetMapping("/imports/{id}/undoing")
  String askBeforeUndoing(@PathVariable ImportId id, Model model) {
    var job = imports.get(id);
    if (!Set.of(ImportState.DONE, ImportState.BROKEN).contains(job.state())) {
      return "redirect:/imports/" + id;
    }
    model.addAttribute("job", job);
    model.addAttribute("kind", kinds.get(job.kind()));
    return "constituents/imports/undo";
  }

  @PostMapping("/imports/{id}/reconsideration")
  String reconsider(@PathVariable ImportId id, HttpServletRequest request, RedirectAttributes next) {
    return then(id, () -> steps.reconsider(id), request, next);
  }

  @PostMapping("/imports/{id}/commit")
  String commit(@PathVariable ImportId id, HttpServletRequest request, RedirectAttributes next) {
    return then(id, () -> steps.commit(id), request, next);
  }

  @PostMapping("/imports/{id}/undoing")
  String undo(@PathVariable ImportId id, HttpServletRequest request, RedirectAttributes next) {
    return then(id, () -> steps.undo(id), request, next);
  }

  @PostMapping("/imports/{id}/abandonment")
  String discard(@PathVariable ImportId id, HttpServletRequest request, RedirectAttributes next) {
    return then(id, () -> steps.discard(id), request, next);
  }

  /** Who comes too late, or presses twice, sees how things stand. */
  private String then(ImportId id, Runnable step, HttpServletRequest request, RedirectAttributes next) {
    try {
      step.run();
    } catch (ImportNotNow late) {
      next.addFlashAttribute("late", pages.words(request).get(late));
    }
    return "redirect:/imports/" + id;
  }

  private String rows(Import job, @Nullable String outcome, int after, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var kind = kinds.get(job.kind());
    boolean none = outcome != null && job.count(outcome) == 0; // finding out would mean reading every row
    var found = none ? List.<ImportRow>of() : rows.page(job, outcome, after, PAGE + 1);
    var here = found.subList(0, Math.min(PAGE, found.size()));
    var numbers = here.stream().map(ImportRow::staged).toList();
    boolean preview = job.state() == ImportState.PREVIEW;
    model.addAttribute("rows", here);
    model.addAttribute("outcome", outcome);
    model.addAttribute("staged", preview ? kind.preview(job.id(), numbers, page) : Map.of());
    model.addAttribute("recorded", preview ? Map.of() : kind.recorded(job.id(), numbers, page));
    model.addAttribute("totals", preview ? kind.totals(job.id(), page.words()) : List.of());
    model.addAttribute("next", found.size() > PAGE ? here.getLast().number() : null);
    model.addAttribute("first", after == 0);
    model.addAttribute("by", shown.by(job.createdBy(), page.language()));
    return "constituents/imports/rows";
  }

  private String ended(Import job, HttpServletRequest request, Model model) {
    var words = pages.words(request);
    Collection<ImportRows.Kept> kept = job.state() == ImportState.UNDONE ? rows.kept(job.id(), KEPT) : List.of();
    model.addAttribute("kept", kept);
    model.addAttribute("problem", job.problemTold(words));
    model.addAttribute("by", shown.by(job.createdBy(), words.language()));
    return "constituents/imports/ended";
  }
}
