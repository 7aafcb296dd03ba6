package org.silah.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which server takes our mail, and a mail to try it with. */
@Controller
class MailPages {

  private final MailSettings settings;
  private final TestMail test;
  private final Bell bell;
  private final Relay relay;
  private final Pages pages;

  MailPages(MailSettings settings, TestMail test, Bell bell, Relay relay, Pages pages) {
    this.settings = settings;
    this.test = test;
    this.bell = bell;
    this.relay = relay;
    this.pages = pages;
  }

  @GetMapping("/settings/mail")
  String show(HttpServletRequest request, Model model) {
    return show(MailForm.of(settings.kept()), new Mistakes(), request, model);
  }

  @PostMapping("/settings/mail")
  String change(@ModelAttribute MailForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    var mistakes = new Mistakes();
    var setting = form.read(settings.kept(), mistakes);
    if (setting == null || !mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, mistakes, request, model);
    }
    settings.change(setting);
    relay.works();
    bell.ring();
    next.addFlashAttribute("notice", pages.words(request).get("dialogue.smtp.saved"));
    return "redirect:/settings/mail";
  }

  /** Tells on the page itself what the server said. */
  @PostMapping("/settings/mail/test")
  String test(HttpServletRequest request, Model model) {
    model.addAttribute("outcome", test.send(Pages.language(request)));
    return show(request, model);
  }

  private String show(MailForm form, Mistakes mistakes, HttpServletRequest request, Model model) {
    var words = pages.words(request);
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes.in(words));
    model.addAttribute("inUse", settings.current().server());
    model.addAttribute("fromEnvironment", settings.fromEnvironment().isPresent());
    model.addAttribute("toSink", settings.toSink());
    model.addAttribute("trouble", relay.trouble());
    model.addAttribute("testTo", test.address());
    model.addAttribute("securities", securities(words));
    if (!model.containsAttribute("outcome")) {
      model.addAttribute("outcome", (TestMail.@Nullable Outcome) null);
    }
    return "dialogue/smtp";
  }

  private static Map<String, String> securities(org.silah.web.Words words) {
    var all = new LinkedHashMap<String, String>();
    for (var security : new MailServer.Security[] {MailServer.Security.STARTTLS, MailServer.Security.TLS, MailServer.Security.NONE}) {
      all.put(security.code(), words.get("dialogue.smtp.security." + security.code()));
    }
    return all;
  }
}
