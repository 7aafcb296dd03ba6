package org.silah.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and theme, switchable on every page, before sign-in too. */
@Controller
class Preferences {

  @PostMapping("/preferences/language")
  String language(@RequestParam String language, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
    Language.of(language).ifPresent(known -> keep(response, Pages.LANGUAGE, known.code()));
    return "redirect:" + Redirects.within(back);
  }

  @PostMapping("/preferences/theme")
  String theme(@RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
    if (theme.equals("light") || theme.equals("dark") || theme.equals("auto")) {
      keep(response, Pages.THEME, theme);
    }
    return "redirect:" + Redirects.within(back);
  }

  private static void keep(HttpServletResponse response, String name, String value) {
    var cookie = ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
