package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.silah.web.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The charity about itself. */
@Controller
class Settings {

  private final Institutions institutions;
  private final ObjectProvider<CurrencyLock> locks;
  private final Audit audit;
  private final Pages pages;

  Settings(Institutions institutions, ObjectProvider<CurrencyLock> locks, Audit audit, Pages pages) {
    this.institutions = institutions;
    this.locks = locks;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/settings")
  String show(HttpServletRequest request, Model model) {
    return form(SettingsForm.of(institutions.charity()), Map.of(), request, model);
  }

  @PostMapping("/settings")
  @Transactional
  String change(SettingsForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes flash) {
    var before = institutions.charity();
    var mistakes = form.mistakes();
    if (currencyLocked() && !before.currency().getCurrencyCode().equals(form.currency())) {
      mistakes.add("currency", "access.settings.currency-locked");
    }
    var words = pages.words(request);
    if (!mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, mistakes.in(words), request, model);
    }
    institutions.change(form.institution());
    audit.record("institution.change", "institution", null, Map.of("before", facts(SettingsForm.of(before)), "after", facts(form)));
    flash.addFlashAttribute("notice", words.get("access.settings.saved"));
    return "redirect:/settings";
  }

  private boolean currencyLocked() {
    return locks.stream().anyMatch(CurrencyLock::locked);
  }

  private String form(SettingsForm form, Map<String, String> errors, HttpServletRequest request, Model model) {
    var language = Pages.language(request);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("currencyLocked", currencyLocked());
    model.addAttribute("currencies", Choices.currencies(language));
    model.addAttribute("regions", Choices.regions(language));
    model.addAttribute("timeZones", Choices.timeZones(language));
    return "access/settings";
  }

  private static Map<String, String> facts(SettingsForm form) {
    var facts = new TreeMap<String, String>();
    facts.put("name_ar", form.nameAr());
    facts.put("name_en", form.nameEn());
    facts.put("licence_number", form.licenceNumber());
    facts.put("currency", form.currency());
    facts.put("region", form.region());
    facts.put("time_zone", form.timeZone());
    facts.put("public_url", form.publicUrl());
    facts.put("mail_from", form.mailFrom());
    facts.put("mail_reply_to", form.mailReplyTo());
    return facts;
  }
}
