package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether a staff member may come in at all. Each change ends the sessions under way. */
@Controller
class StaffStanding {

  private final StaffMembers staff;
  private final Credentials credentials;
  private final Audit audit;
  private final Pages pages;

  StaffStanding(StaffMembers staff, Credentials credentials, Audit audit, Pages pages) {
    this.staff = staff;
    this.credentials = credentials;
    this.audit = audit;
    this.pages = pages;
  }

  @PostMapping("/staff/{id}/disabling")
  @Transactional
  String disable(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes flash) {
    staff.lock();
    var member = staff.find(id).orElseThrow();
    if (!staff.administratorBesides(id)) {
      throw new LastAdministrator();
    }
    staff.disable(id);
    return done("disable", member, request, flash);
  }

  @PostMapping("/staff/{id}/enabling")
  @Transactional
  String enable(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes flash) {
    var member = staff.find(id).orElseThrow();
    staff.enable(id);
    return done("enable", member, request, flash);
  }

  /** Answers with the one-time password itself: this is the only time it is seen, and it is kept nowhere. */
  @PostMapping("/staff/{id}/password")
  @Transactional
  String resetPassword(@PathVariable UUID id, Model model) {
    var member = staff.find(id).orElseThrow();
    var once = Secrets.oneTimePassword();
    staff.setPassword(id, credentials.hash(once), true);
    audit.record("staff.reset-password", "staff", id, Map.of());
    return shown(member, once, model);
  }

  static String shown(Staff member, String oneTimePassword, Model model) {
    model.addAttribute("member", member);
    model.addAttribute("password", oneTimePassword);
    return "access/one-time-password";
  }

  private String done(String deed, Staff member, HttpServletRequest request, RedirectAttributes flash) {
    audit.record("staff." + deed, "staff", member.id(), Map.of());
    flash.addFlashAttribute("notice", pages.words(request).get("access.staff." + deed + "d-now", member.name(Pages.language(request))));
    return "redirect:/staff";
  }
}
