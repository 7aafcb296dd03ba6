package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The charity's branches: for administrators. */
@Controller
class BranchPages {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Branches branches;
  private final Pages pages;

  BranchPages(Branches branches, Pages pages) {
    this.branches = branches;
    this.pages = pages;
  }

  @GetMapping("/settings/branches")
  String list(@RequestParam(required = false) @Nullable UUID edit, Model model) {
    var edited = edit == null ? null : branches.find(edit).orElseThrow();
    return page(edited, edited == null ? BranchForm.EMPTY : BranchForm.of(edited), Map.of(), model);
  }

  @PostMapping("/settings/branches")
  @Transactional
  String add(BranchForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes flash) {
    var mistakes = form.mistakes(true);
    taken(form, NOBODY, true, mistakes);
    if (!mistakes.none()) {
      return again(null, form, mistakes, request, response, model);
    }
    var added = branches.add(form.code(), form.nameAr(), form.nameEn());
    return done("access.branch.added", added, request, flash);
  }

  @PostMapping("/settings/branches/{branch}")
  @Transactional
  String rename(@PathVariable UUID branch, BranchForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes flash) {
    var known = branches.find(branch).orElseThrow();
    var mistakes = form.mistakes(false);
    taken(form, branch, false, mistakes);
    if (!mistakes.none()) {
      return again(known, form, mistakes, request, response, model);
    }
    branches.rename(branch, form.nameAr(), form.nameEn());
    return done("access.branch.renamed", branches.find(branch).orElseThrow(), request, flash);
  }

  @PostMapping("/settings/branches/{branch}/closing")
  String close(@PathVariable UUID branch, HttpServletRequest request, RedirectAttributes flash) {
    branches.close(branch);
    return done("access.branch.closed-now", branches.find(branch).orElseThrow(), request, flash);
  }

  @PostMapping("/settings/branches/{branch}/opening")
  String reopen(@PathVariable UUID branch, HttpServletRequest request, RedirectAttributes flash) {
    branches.reopen(branch);
    return done("access.branch.opened-now", branches.find(branch).orElseThrow(), request, flash);
  }

  private void taken(BranchForm form, UUID besides, boolean withCode, Mistakes mistakes) {
    if (withCode && branches.isTaken("code", form.code(), besides)) {
      mistakes.add("code", "access.branch.taken");
    }
    if (branches.isTaken("nameAr", form.nameAr(), besides)) {
      mistakes.add("nameAr", "access.branch.taken");
    }
    if (branches.isTaken("nameEn", form.nameEn(), besides)) {
      mistakes.add("nameEn", "access.branch.taken");
    }
  }

  private String done(String key, Branch branch, HttpServletRequest request, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", pages.words(request).get(key, branch));
    return "redirect:/settings/branches";
  }

  private String again(@Nullable Branch edited, BranchForm form, Mistakes mistakes, HttpServletRequest request, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(edited, form, mistakes.in(pages.words(request)), model);
  }

  private String page(@Nullable Branch edited, BranchForm form, Map<String, String> errors, Model model) {
    model.addAttribute("branches", branches.all());
    model.addAttribute("edited", edited);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "access/branches";
  }
}
