package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.silah.web.Pages;
import org.silah.web.Redirects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. Whatever is wrong, it says the same. */
@Controller
class SignIn {

  private final Credentials credentials;
  private final FailedSignIns failures;
  private final Sessions sessions;
  private final Audit audit;

  SignIn(Credentials credentials, FailedSignIns failures, Sessions sessions, Audit audit) {
    this.credentials = credentials;
    this.failures = failures;
    this.sessions = sessions;
    this.audit = audit;
  }

  @GetMapping("/sign-in")
  String show(@RequestParam(defaultValue = "/") String next, @AuthenticationPrincipal Object visitor, Model model) {
    if (visitor instanceof StaffPrincipal) {
      return "redirect:" + Redirects.within(next);
    }
    return form("", next, model);
  }

  @PostMapping("/sign-in")
  String enter(
      @RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request, HttpServletResponse response, Model model) {
    var wait = failures.begin(username, request.getRemoteAddr());
    if (wait.isPresent()) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
      model.addAttribute("minutes", minutes(wait.get()));
      return form(username, next, model);
    }
    var member = credentials.prove(username, password);
    if (member.isEmpty()) {
      audit.record("session.refuse", "staff", null, Map.of("address", Address.of(request.getRemoteAddr())));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("failed", true);
      return form(username, next, model);
    }
    failures.forgive(username);
    begin(member.get(), request, response);
    return "redirect:" + Redirects.within(next);
  }

  @PostMapping("/sign-out")
  String leave(@AuthenticationPrincipal StaffPrincipal staff, HttpServletRequest request, HttpServletResponse response) {
    audit.record("session.end", "staff", staff.id(), Map.of());
    sessions.end(request, response);
    return "redirect:/sign-in";
  }

  private void begin(Staff member, HttpServletRequest request, HttpServletResponse response) {
    sessions.begin(member, request, response);
    if (member.language() != null) {
      Pages.keep(member.language(), response);
    }
    audit.record("session.start", "staff", member.id(), Map.of("address", Address.of(request.getRemoteAddr())));
  }

  private static String form(String username, String next, Model model) {
    model.addAttribute("username", username);
    model.addAttribute("next", Redirects.within(next));
    return "access/sign-in";
  }

  private static long minutes(Duration wait) {
    return wait.plusSeconds(59).toMinutes();
  }
}
