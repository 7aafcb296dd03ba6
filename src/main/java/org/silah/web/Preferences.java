package org.silah.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and theme, switchable on every page, before sign-in too. */
@Controller
class Preferences {

  @PostMapping("/preferences/language")
  String language(@RequestParam String language, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
    Language.of(language).ifPresent(known -> Pages.keep(known, response));
    return "redirect:" + Redirects.within(back);
  }

  @PostMapping("/preferences/theme")
  String theme(@RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
    if (theme.equals("light") || theme.equals("dark") || theme.equals("auto")) {
      Pages.keep(Pages.THEME, theme, response);
    }
    return "redirect:" + Redirects.within(back);
  }
}
