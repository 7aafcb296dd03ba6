package org.silah.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.silah.dialogue.mail.BadTemplate;
import org.silah.web.Language;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the charity's messages say, to be read and changed, with a preview for a real client. */
@Controller
class TemplatePages {

  private final Templates templates;
  private final MessageKinds kinds;
  private final Previews previews;
  private final TestMail test;
  private final Pages pages;

  TemplatePages(Templates templates, MessageKinds kinds, Previews previews, TestMail test, Pages pages) {
    this.templates = templates;
    this.kinds = kinds;
    this.previews = previews;
    this.test = test;
    this.pages = pages;
  }

  /** One kind in the list: its subjects, and whether the charity changed them. */
  record Row(MessageKind kind, Map<Language, String> subjects, Map<Language, Boolean> own) {}

  /** One language's half of the editor. {@code error} is what keeps the text from being used. */
  record Half(Language language, Text text, boolean own, @Nullable String error) {}

  @GetMapping("/settings/templates")
  String list(Model model) {
    var current = templates.current();
    var rows = new ArrayList<Row>();
    for (var kind : kinds.all()) {
      var subjects = new EnumMap<Language, String>(Language.class);
      var own = new EnumMap<Language, Boolean>(Language.class);
      for (var language : Language.values()) {
        subjects.put(language, current.text(kind.code(), language).subject());
        own.put(language, current.isOwn(kind.code(), language));
      }
      rows.add(new Row(kind, subjects, own));
    }
    model.addAttribute("rows", rows);
    return "dialogue/templates";
  }

  @GetMapping("/settings/templates/{code}")
  String show(@PathVariable String code, @RequestParam(defaultValue = "") String as, Model model) {
    return show(code, as, null, model);
  }

  @PostMapping("/settings/templates/{code}/{language}")
  String change(@PathVariable String code, @PathVariable String language, @RequestParam String subject, @RequestParam String body,
      @RequestParam(defaultValue = "") String as, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    var kind = kind(code);
    var written = new Text(subject.strip(), body.strip() + "\n");
    try {
      templates.change(kind.code(), language(language), written);
    } catch (BadTemplate bad) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(code, as, new Half(language(language), written, true, pages.words(request).get(bad)), model);
    }
    next.addFlashAttribute("notice", pages.words(request).get("dialogue.template.saved"));
    return "redirect:/settings/templates/" + code;
  }

  @PostMapping("/settings/templates/{code}/{language}/reset")
  String reset(@PathVariable String code, @PathVariable String language, HttpServletRequest request, RedirectAttributes next) {
    templates.reset(kind(code).code(), language(language));
    next.addFlashAttribute("notice", pages.words(request).get("dialogue.template.was-reset"));
    return "redirect:/settings/templates/" + code;
  }

  /** The letter as it would be, shown in the frame beside the text; a mistake in the text is told there. */
  @PostMapping("/settings/templates/{code}/{language}/preview")
  void preview(@PathVariable String code, @PathVariable String language, @RequestParam String subject, @RequestParam String body,
      @RequestParam(defaultValue = "") String as, HttpServletRequest request, HttpServletResponse response) throws IOException {
    LetterFrame.write(html(kind(code), language(language), new Text(subject, body), as, request), response);
  }

  /** The text in use, for the frame to begin with. */
  @GetMapping("/settings/templates/{code}/{language}/preview")
  void preview(@PathVariable String code, @PathVariable String language, @RequestParam(defaultValue = "") String as, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    var text = templates.current().text(kind(code).code(), language(language));
    LetterFrame.write(html(kind(code), language(language), text, as, request), response);
  }

  @PostMapping("/settings/templates/{code}/{language}/test")
  String test(@PathVariable String code, @PathVariable String language, @RequestParam String subject, @RequestParam String body,
      @RequestParam(defaultValue = "") String as, HttpServletRequest request, HttpServletResponse response, Model model) {
    var written = new Text(subject.strip(), body.strip() + "\n");
    try {
      model.addAttribute("outcome", test.send(previews.letter(kind(code), language(language), templates.compile(code, written), as)));
      return show(code, as, new Half(language(language), written, true, null), model);
    } catch (BadTemplate bad) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(code, as, new Half(language(language), written, true, pages.words(request).get(bad)), model);
    }
  }

  private String html(MessageKind kind, Language language, Text text, String as, HttpServletRequest request) {
    try {
      return previews.letter(kind, language, templates.compile(kind.code(), text), as).html();
    } catch (BadTemplate bad) {
      return previews.sentence(pages.words(request).get(bad), Pages.language(request));
    }
  }

  private String show(String code, String as, @Nullable Half typed, Model model) {
    var kind = kind(code);
    var current = templates.current();
    var halves = new ArrayList<Half>();
    for (var language : Language.values()) {
      halves.add(typed != null && typed.language == language
          ? typed
          : new Half(language, current.text(code, language), current.isOwn(code, language), null));
    }
    model.addAttribute("kind", kind);
    model.addAttribute("halves", halves);
    model.addAttribute("fields", List.copyOf(kinds.fields(code)));
    model.addAttribute("as", as);
    model.addAttribute("asName", previews.nameOf(as));
    model.addAttribute("testTo", test.address());
    if (!model.containsAttribute("outcome")) {
      model.addAttribute("outcome", (TestMail.@Nullable Outcome) null);
    }
    return "dialogue/template";
  }

  private MessageKind kind(String code) {
    return kinds.find(code).orElseThrow(NoSuchElementException::new);
  }

  private static Language language(String code) {
    return Language.of(code).orElseThrow(NoSuchElementException::new);
  }
}
