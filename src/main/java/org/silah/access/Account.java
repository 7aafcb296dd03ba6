package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.silah.web.Language;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a staff member decides about themselves: password and language. */
@Controller
class Account {

  private final StaffMembers staff;
  private final Credentials credentials;
  private final FailedSignIns failures;
  private final Sessions sessions;
  private final Audit audit;
  private final Pages pages;

  Account(StaffMembers staff, Credentials credentials, FailedSignIns failures, Sessions sessions, Audit audit, Pages pages) {
    this.staff = staff;
    this.credentials = credentials;
    this.failures = failures;
    this.sessions = sessions;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/account")
  String show(@AuthenticationPrincipal StaffPrincipal me, Model model) {
    return form(staff.find(me.id()).orElseThrow(), new Mistakes(), model, null);
  }

  /** Whoever came with a one-time password has just shown it and is not asked again. */
  @PostMapping("/account/password")
  @Transactional
  String changePassword(
      @AuthenticationPrincipal StaffPrincipal me, @RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String fresh,
      HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes flash) {
    var member = staff.find(me.id()).orElseThrow();
    var mistakes = mistakes(member, current, fresh, request);
    if (!mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(member, mistakes, model, request);
    }
    staff.setPassword(member.id(), credentials.hash(fresh), false);
    audit.record("staff.change-password", "staff", member.id(), Map.of());
    sessions.begin(staff.find(member.id()).orElseThrow(), request, response);
    flash.addFlashAttribute("notice", pages.words(request).get("access.account.password-changed"));
    return member.mustChangePassword() ? "redirect:/" : "redirect:/account";
  }

  @PostMapping("/account/language")
  @Transactional
  String changeLanguage(
      @AuthenticationPrincipal StaffPrincipal me, @RequestParam String language, HttpServletRequest request, HttpServletResponse response,
      RedirectAttributes flash) {
    Language.of(language).ifPresent(known -> {
      staff.speak(me.id(), known);
      audit.record("staff.change-language", "staff", me.id(), Map.of("language", known.code()));
      Pages.keep(known, response);
      flash.addFlashAttribute("notice", pages.in(known).get("access.account.language-changed"));
    });
    return "redirect:/account";
  }

  private Mistakes mistakes(Staff member, String current, String fresh, HttpServletRequest request) {
    var mistakes = new Mistakes();
    if (!member.mustChangePassword()) {
      var wait = failures.begin(member.username(), request.getRemoteAddr());
      if (wait.isPresent()) {
        mistakes.add("current", "access.sign-in.wait", wait.get().plusSeconds(59).toMinutes());
      } else if (credentials.prove(member.username(), current).isEmpty()) {
        mistakes.add("current", "access.account.wrong-password");
      } else {
        failures.forgive(member.username());
      }
    }
    try {
      WeakPassword.refuse(fresh, member.username());
      if (mistakes.none() && credentials.prove(member.username(), fresh).isPresent()) {
        mistakes.add("fresh", "access.account.same-password");
      }
    } catch (WeakPassword weak) {
      mistakes.add("fresh", weak);
    }
    return mistakes;
  }

  private String form(Staff member, Mistakes mistakes, Model model, HttpServletRequest request) {
    model.addAttribute("member", member);
    model.addAttribute("errors", request == null ? Map.of() : mistakes.in(pages.words(request)));
    return "access/account";
  }
}
