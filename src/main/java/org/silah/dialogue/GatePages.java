package org.silah.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Digits;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When and how often clients may be written to. */
@Controller
class GatePages {

  private static final int MOST = 1000;

  private final GateSettings settings;
  private final Pages pages;

  GatePages(GateSettings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  /** As typed. */
  record Form(String from, String until, String messages, String days) {

    static Form of(GateSetting setting) {
      return new Form(setting.quietFrom().toString(), setting.quietUntil().toString(), String.valueOf(setting.capMessages()),
          String.valueOf(setting.capDays()));
    }
  }

  @GetMapping("/settings/gate")
  String show(HttpServletRequest request, Model model) {
    return show(Form.of(settings.current()), new Mistakes(), request, model);
  }

  @PostMapping("/settings/gate")
  String change(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String messages, @RequestParam(defaultValue = "") String days, HttpServletRequest request,
      HttpServletResponse response, Model model, RedirectAttributes next) {
    var mistakes = new Mistakes();
    var quietFrom = time("from", from, mistakes);
    var quietUntil = time("until", until, mistakes);
    int capMessages = count("messages", messages, mistakes);
    int capDays = count("days", days, mistakes);
    if (quietFrom == null || quietUntil == null || !mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(new Form(from, until, messages, days), mistakes, request, model);
    }
    settings.change(new GateSetting(quietFrom, quietUntil, capMessages, capDays));
    next.addFlashAttribute("notice", pages.words(request).get("dialogue.gate.saved"));
    return "redirect:/settings/gate";
  }

  private String show(Form form, Mistakes mistakes, HttpServletRequest request, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes.in(pages.words(request)));
    return "dialogue/gate";
  }

  private static @Nullable LocalTime time(String field, String typed, Mistakes mistakes) {
    try {
      return LocalTime.parse(Digits.toAscii(typed).strip());
    } catch (DateTimeException unreadable) {
      mistakes.add(field, "dialogue.gate.no-time");
      return null;
    }
  }

  private static int count(String field, String typed, Mistakes mistakes) {
    var digits = Digits.toAscii(typed).strip();
    int count = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    if (count < 1 || count > MOST) {
      mistakes.add(field, "dialogue.gate.no-count", MOST);
    }
    return count;
  }
}
