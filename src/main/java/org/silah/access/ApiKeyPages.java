package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The programs that may use the API: for administrators. */
@Controller
class ApiKeyPages {

  private static final int LONGEST_NAME = 100;

  private final ApiKeys keys;
  private final Branches branches;
  private final Pages pages;

  ApiKeyPages(ApiKeys keys, Branches branches, Pages pages) {
    this.keys = keys;
    this.branches = branches;
    this.pages = pages;
  }

  @GetMapping("/api-keys")
  String list(Model model) {
    return page("", List.of(), StaffSight.of(Sight.WHOLE), Map.of(), model);
  }

  /** Answers with the key itself: this is the only time it is seen, and it is kept nowhere. */
  @PostMapping("/api-keys")
  @Transactional
  String issue(
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") List<String> scopes, StaffSight seeing, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    var chosen = Scope.all().stream().filter(scope -> scopes.contains(scope.code())).collect(Collectors.toSet());
    var mistakes = new Mistakes();
    if (name.isBlank()) {
      mistakes.add("name", "web.invalid.required");
    } else if (name.strip().length() > LONGEST_NAME) {
      mistakes.add("name", "web.invalid.too-long", LONGEST_NAME);
    }
    if (chosen.isEmpty()) {
      mistakes.add("scopes", "access.api-key.no-scope");
    }
    var sight = seeing.read(branches.all(), mistakes);
    if (!mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(name, scopes, seeing, mistakes.in(pages.words(request)), model);
    }
    model.addAttribute("name", name.strip());
    model.addAttribute("key", keys.issue(name.strip(), chosen, sight));
    return "access/api-key";
  }

  @PostMapping("/api-keys/{id}/revocation")
  String revoke(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes flash) {
    if (!keys.revoke(id)) {
      throw new NoSuchElementException();
    }
    flash.addFlashAttribute("notice", pages.words(request).get("access.api-key.revoked-now"));
    return "redirect:/api-keys";
  }

  private String page(String name, List<String> scopes, StaffSight seeing, Map<String, String> errors, Model model) {
    model.addAttribute("keys", keys.all());
    model.addAttribute("name", name);
    model.addAttribute("scopes", scopes);
    model.addAttribute("seeing", seeing);
    model.addAttribute("branches", branches.all());
    model.addAttribute("errors", errors);
    return "access/api-keys";
  }
}
