package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.silah.web.Language;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which roles may look at which sensitive facts, and whom that makes: for administrators. */
@Controller
class RightPages {

  private final Rights rights;
  private final StaffMembers staff;
  private final Pages pages;

  RightPages(Rights rights, StaffMembers staff, Pages pages) {
    this.rights = rights;
    this.staff = staff;
    this.pages = pages;
  }

  @GetMapping("/settings/rights")
  String show(HttpServletRequest request, Model model) {
    var held = rights.all();
    model.addAttribute("rights", held);
    model.addAttribute("people", held.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, right -> people(right.getValue(), Pages.language(request)), (one, _) -> one, () -> new EnumMap<>(Sensitive.class))));
    return "access/rights";
  }

  /** @param held {@code role:fact} for each box that is ticked */
  @PostMapping("/settings/rights")
  String change(@RequestParam(defaultValue = "") List<String> held, HttpServletRequest request, RedirectAttributes flash) {
    var chosen = new EnumMap<Sensitive, Set<Role>>(Sensitive.class);
    for (var fact : Sensitive.values()) {
      chosen.put(fact, EnumSet.noneOf(Role.class));
      for (var role : Role.values()) {
        if (held.contains(role.code() + ":" + fact.code())) {
          chosen.get(fact).add(role);
        }
      }
    }
    rights.put(chosen);
    flash.addFlashAttribute("notice", pages.words(request).get("access.rights.saved"));
    return "redirect:/settings/rights";
  }

  /** Who that is today. */
  private List<String> people(Set<Role> roles, Language language) {
    return staff.all().stream()
        .filter(member -> !member.disabled() && member.roles().stream().anyMatch(roles::contains))
        .map(member -> member.name(language))
        .toList();
  }
}
