package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Dates;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was done here, and by whom: for administrators and the director. */
@Controller
class AuditPages {

  private static final int ROWS = 50;

  private final AuditEntries entries;
  private final AuditVerification verification;
  private final StaffMembers staff;
  private final ApiKeys keys;
  private final Institutions institutions;
  private final Pages pages;

  AuditPages(AuditEntries entries, AuditVerification verification, StaffMembers staff, ApiKeys keys, Institutions institutions, Pages pages) {
    this.entries = entries;
    this.verification = verification;
    this.staff = staff;
    this.keys = keys;
    this.institutions = institutions;
    this.pages = pages;
  }

  @GetMapping("/audit")
  String list(
      @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, HttpServletRequest request, Model model) {
    var mistakes = new Mistakes();
    var filter = new AuditFilter(typed(person), typed(action), typed(subject), day(day, mistakes), institutions.charity().timeZone());
    var found = mistakes.none() ? entries.list(filter, before, ROWS + 1) : List.<AuditEntry>of();
    var shown = found.subList(0, Math.min(found.size(), ROWS));
    var names = names(Pages.language(request));
    model.addAttribute("rows", shown.stream().map(entry -> new AuditRow(entry, names.get(String.valueOf(entry.actor())), names.get(String.valueOf(entry.subject())))).toList());
    model.addAttribute("older", found.size() > ROWS ? query(person, action, subject, day) + "&before=" + shown.getLast().seq() : null);
    model.addAttribute("newest", before == Long.MAX_VALUE ? null : query(person, action, subject, day));
    model.addAttribute("people", names);
    model.addAttribute("actions", entries.actions());
    model.addAttribute("typed", Map.of("person", person, "action", action, "subject", subject, "day", day));
    model.addAttribute("filtered", filter.any() || !mistakes.none());
    model.addAttribute("errors", mistakes.in(pages.words(request)));
    model.addAttribute("zone", institutions.charity().timeZone());
    return "access/audit";
  }

  @PostMapping("/audit/verification")
  String verify(HttpServletRequest request, RedirectAttributes flash) {
    var finding = verification.run();
    var sentence = AuditCommand.sentence(finding, pages.words(request));
    flash.addFlashAttribute(finding instanceof AuditFinding.Sound ? "notice" : "alarm", sentence);
    return "redirect:/audit";
  }

  /** By id: everyone who works here, then the programs. */
  private Map<String, String> names(Language language) {
    var names = new LinkedHashMap<String, String>();
    staff.all().forEach(member -> names.put(member.id().toString(), member.name(language)));
    keys.all().forEach(key -> names.put(key.id().toString(), key.name()));
    return names;
  }

  private static @Nullable LocalDate day(String typed, Mistakes mistakes) {
    try {
      return typed.isBlank() ? null : Dates.parse(typed);
    } catch (Unreadable unreadable) {
      mistakes.add("day", unreadable);
      return null;
    }
  }

  private static @Nullable String typed(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static String query(String person, String action, String subject, String day) {
    var parts = new LinkedHashMap<>(Map.of("person", person, "action", action, "subject", subject, "day", day));
    return "/audit?" + parts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
