package org.silah.constituents.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.BranchClosed;
import org.silah.access.Sights;
import org.silah.constituents.Shown;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** All imports, and the place where the next file is handed in. */
@Controller
class ImportLists {

  private static final int PAGE = 50;
  private static final String CLIENTS = "clients";

  private final Imports imports;
  private final Steps steps;
  private final ImportKinds kinds;
  private final Limits limits;
  private final Sights sights;
  private final Shown shown;
  private final Pages pages;

  ImportLists(Imports imports, Steps steps, ImportKinds kinds, Limits limits, Sights sights, Shown shown, Pages pages) {
    this.imports = imports;
    this.steps = steps;
    this.kinds = kinds;
    this.limits = limits;
    this.sights = sights;
    this.shown = shown;
    this.pages = pages;
  }

  @GetMapping("/imports")
  String show(@RequestParam(defaultValue = CLIENTS) String kind, @RequestParam(required = false) @Nullable ImportId after,
      HttpServletRequest request, Model model) {
    return list(kind, "", after, new Mistakes(), request, model);
  }

  @PostMapping("/imports")
  String receive(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = CLIENTS) String kind,
      @RequestParam(defaultValue = "") String branch, HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
    var mistakes = new Mistakes();
    if (kinds.find(kind).isEmpty()) {
      mistakes.add("kind", "constituents.choice.unknown");
    }
    if (file == null || file.isEmpty()) {
      mistakes.add("file", file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()
          ? "constituents.import.file.missing" : "constituents.import.refused.empty");
    }
    if (mistakes.none()) {
      try (var bytes = file.getInputStream()) {
        return "redirect:/imports/" + steps.receive(kind, file.getOriginalFilename(), bytes, file.getSize(), branch).id();
      } catch (BranchClosed closed) {
        mistakes.add("branch", closed);
      } catch (BrokenRule refused) {
        mistakes.add("file", refused);
      } catch (Unreadable unreadable) {
        mistakes.add("branch", unreadable);
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return list(kind, branch, null, mistakes, request, model);
  }

  private String list(String kind, String branch, @Nullable ImportId after, Mistakes mistakes, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var found = imports.before(after == null ? null : imports.get(after), PAGE + 1);
    var earlier = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("kind", kinds.find(kind).map(ImportKind::code).orElse(CLIENTS));
    model.addAttribute("kinds", kinds.all().stream().collect(Collectors.toMap(ImportKind::code, one -> page.t(one.name()), (a, _) -> a, java.util.LinkedHashMap::new)));
    model.addAttribute("branch", branch);
    model.addAttribute("branches", ColumnChoice.branches(sights, page));
    model.addAttribute("mistakes", mistakes.in(page.words()));
    model.addAttribute("limits", limits);
    model.addAttribute("imports", earlier);
    model.addAttribute("by", by(earlier, page.language()));
    model.addAttribute("next", found.size() > PAGE ? earlier.getLast().id().toString() : null);
    model.addAttribute("first", after == null);
    return "constituents/imports/list";
  }

  private Map<ImportId, String> by(java.util.List<Import> earlier, org.silah.web.Language language) {
    var names = new java.util.HashMap<String, String>();
    earlier.forEach(job -> names.computeIfAbsent(job.createdBy(), code -> {
      var name = shown.by(code, language);
      return name == null ? "" : name;
    }));
    return earlier.stream().collect(Collectors.toMap(Import::id, job -> names.get(job.createdBy())));
  }
}
