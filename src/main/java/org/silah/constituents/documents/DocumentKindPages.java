package org.silah.constituents.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's list of the kinds of documents. */
@Controller
class DocumentKindPages {

  private static final int LONGEST_NAME = 100;

  private final DocumentKinds kinds;
  private final Pages pages;

  DocumentKindPages(DocumentKinds kinds, Pages pages) {
    this.kinds = kinds;
    this.pages = pages;
  }

  /** As typed: a box that is ticked says {@code yes}. */
  record Form(@Nullable String nameAr, @Nullable String nameEn, @Nullable String expires, @Nullable String sensitive, @Nullable String retired) {

    static Form of(DocumentKind kind) {
      return new Form(kind.nameAr(), kind.nameEn(), yes(kind.expires()), yes(kind.sensitive()), yes(kind.retired()));
    }

    private static String yes(boolean said) {
      return said ? "yes" : "";
    }

    static boolean said(@Nullable String box) {
      return "yes".equals(box);
    }
  }

  @GetMapping("/settings/document-kinds")
  String list(Model model) {
    return list(new Form("", "", "", "", ""), Map.of(), model);
  }

  @PostMapping("/settings/document-kinds")
  String add(Form form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    var mistakes = new Mistakes();
    var nameAr = name("nameAr", form.nameAr, mistakes);
    var nameEn = name("nameEn", form.nameEn, mistakes);
    if (!mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return list(form, mistakes.in(pages.words(request)), model);
    }
    kinds.add(nameAr, nameEn, Form.said(form.expires), Form.said(form.sensitive));
    return saved(request, next);
  }

  @GetMapping("/settings/document-kinds/{code}")
  String show(@PathVariable String code, Model model) {
    var kind = kinds.find(code).orElseThrow();
    return one(kind, Form.of(kind), Map.of(), model);
  }

  @PostMapping("/settings/document-kinds/{code}")
  String change(@PathVariable String code, Form form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    var kind = kinds.find(code).orElseThrow();
    var mistakes = new Mistakes();
    var nameAr = name("nameAr", form.nameAr, mistakes);
    var nameEn = name("nameEn", form.nameEn, mistakes);
    if (!mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return one(kind, form, mistakes.in(pages.words(request)), model);
    }
    kinds.change(new DocumentKind(code, nameAr, nameEn, Form.said(form.expires), Form.said(form.sensitive), Form.said(form.retired)));
    return saved(request, next);
  }

  private String saved(HttpServletRequest request, RedirectAttributes next) {
    next.addFlashAttribute("notice", pages.words(request).get("constituents.document.kinds.saved"));
    return "redirect:/settings/document-kinds";
  }

  private static String name(String box, @Nullable String typed, Mistakes mistakes) {
    try {
      var name = Typed.line(typed, LONGEST_NAME);
      if (name == null) {
        mistakes.add(box, "constituents.text.missing");
      }
      return Objects.requireNonNullElse(name, "");
    } catch (Unreadable unreadable) {
      mistakes.add(box, unreadable);
      return "";
    }
  }

  private String list(Form form, Map<String, String> mistakes, Model model) {
    model.addAttribute("kinds", kinds.all());
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes);
    return "constituents/documents/kinds";
  }

  private static String one(DocumentKind kind, Form form, Map<String, String> mistakes, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes);
    return "constituents/documents/kind";
  }
}
