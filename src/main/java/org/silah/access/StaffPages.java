package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works here and what they are: for administrators. */
@Controller
class StaffPages {

  private final StaffMembers staff;
  private final Branches branches;
  private final Credentials credentials;
  private final Audit audit;
  private final Pages pages;

  StaffPages(StaffMembers staff, Branches branches, Credentials credentials, Audit audit, Pages pages) {
    this.staff = staff;
    this.branches = branches;
    this.credentials = credentials;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/staff")
  String list(Model model) {
    model.addAttribute("members", staff.all());
    model.addAttribute("branches", branches.all());
    return "access/staff";
  }

  @GetMapping("/staff/new")
  String blank(Model model) {
    return form(null, StaffForm.EMPTY, StaffSight.of(Sight.WHOLE), Map.of(), model);
  }

  /** Answers with the one-time password itself: this is the only time it is seen, and it is kept nowhere. */
  @PostMapping("/staff")
  @Transactional
  String add(StaffForm form, StaffSight seeing, HttpServletRequest request, HttpServletResponse response, Model model) {
    staff.lock();
    var mistakes = form.mistakes();
    var sight = sight(form, seeing, mistakes);
    if (staff.named(form.username()).isPresent()) {
      mistakes.add("username", "access.staff.taken");
    }
    if (!mistakes.none()) {
      return again(null, form, seeing, mistakes, request, response, model);
    }
    var once = Secrets.oneTimePassword();
    var added = staff.add(form.username(), form.nameAr(), form.nameEn(), form.address(), form.chosen(), credentials.hash(once), true);
    staff.see(added.id(), sight);
    audit.record("staff.add", "staff", added.id(), Map.of("username", added.username(), "roles", codes(added.roles()), "branches", branches.told(sight)));
    return StaffStanding.shown(added, once, model);
  }

  @GetMapping("/staff/{id}")
  String show(@PathVariable UUID id, Model model) {
    var member = staff.find(id).orElseThrow();
    return form(member, StaffForm.of(member), StaffSight.of(member.sight()), Map.of(), model);
  }

  @PostMapping("/staff/{id}")
  @Transactional
  String change(@PathVariable UUID id, StaffForm typed, StaffSight seeing, HttpServletRequest request, HttpServletResponse response, Model model,
      RedirectAttributes flash) {
    staff.lock();
    var before = staff.find(id).orElseThrow();
    var form = new StaffForm(before.username(), typed.nameAr(), typed.nameEn(), typed.email(), typed.roles());
    var mistakes = form.mistakes();
    var sight = sight(form, seeing, mistakes);
    if (before.is(Role.ADMINISTRATOR) && !form.holds(Role.ADMINISTRATOR) && !staff.administratorBesides(id)) {
      mistakes.add("roles", new LastAdministrator());
    }
    if (!mistakes.none()) {
      return again(before, form, seeing, mistakes, request, response, model);
    }
    staff.update(new Staff(
        id, before.username(), form.nameAr(), form.nameEn(), form.address(), form.chosen(), before.disabled(), before.mustChangePassword(),
        before.language(), before.epoch(), sight));
    audit.record("staff.change", "staff", id, Map.of("before", codes(before.roles()), "after", codes(form.chosen()),
        "branches_before", branches.told(before.sight()), "branches_after", branches.told(sight)));
    flash.addFlashAttribute("notice", pages.words(request).get("access.staff.saved", form.nameAr()));
    return "redirect:/staff";
  }

  /** Who administers could let themselves see everything, so they do. */
  private Sight sight(StaffForm form, StaffSight seeing, Mistakes mistakes) {
    if (seeing.isSome() && form.holds(Role.ADMINISTRATOR)) {
      mistakes.add("branches", "access.staff.administrator-sees-all");
    }
    return seeing.read(branches.all(), mistakes);
  }

  private String again(
      @Nullable Staff member, StaffForm form, StaffSight seeing, Mistakes mistakes, HttpServletRequest request, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(member, form, seeing, mistakes.in(pages.words(request)), model);
  }

  private String form(@Nullable Staff member, StaffForm form, StaffSight seeing, Map<String, String> errors, Model model) {
    model.addAttribute("seeing", seeing);
    model.addAttribute("branches", branches.all());
    model.addAttribute("member", member);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "access/staff-member";
  }

  private static Set<String> codes(Set<Role> roles) {
    return roles.stream().map(Role::code).collect(Collectors.toCollection(TreeSet::new));
  }
}
