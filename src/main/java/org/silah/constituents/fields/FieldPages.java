package org.silah.constituents.fields;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.web.Mistakes;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's custom fields. */
@Controller
class FieldPages {

  private static final String LIST = "redirect:/settings/fields";

  private final CustomFields fields;
  private final FieldWork work;
  private final Pages pages;

  FieldPages(CustomFields fields, FieldWork work, Pages pages) {
    this.fields = fields;
    this.work = work;
    this.pages = pages;
  }

  /** @param kind only those of such clients; what is no kind shows all */
  @GetMapping("/settings/fields")
  String list(@RequestParam(defaultValue = "") String kind, Model model) {
    var chosen = Arrays.stream(ClientKind.values()).filter(one -> one.code().equals(kind)).findFirst().orElse(null);
    var groups = new LinkedHashMap<Group, List<CustomField>>();
    var all = fields.all();
    for (var group : Group.values()) {
      var inside = all.stream().filter(field -> field.group() == group && (chosen == null || field.suits(chosen))).toList();
      if (!inside.isEmpty()) {
        groups.put(group, inside);
      }
    }
    model.addAttribute("groups", groups);
    model.addAttribute("kind", chosen == null ? "" : chosen.code());
    return "constituents/fields/list";
  }

  @GetMapping("/settings/fields/new")
  String begin(@RequestParam(defaultValue = "") String kind, HttpServletRequest request, Model model) {
    return form(null, FieldForm.empty(kind), Map.of(), request, model);
  }

  @PostMapping("/settings/fields")
  String add(FieldForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    return save(null, form, request, response, model, next);
  }

  @GetMapping("/settings/fields/{field}")
  String show(@PathVariable String field, HttpServletRequest request, Model model) {
    var known = fields.find(field).orElseThrow();
    return form(known, FieldForm.of(known, fields.all()), Map.of(), request, model);
  }

  @PostMapping("/settings/fields/{field}")
  String change(@PathVariable String field, FieldForm form, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    return save(fields.find(field).orElseThrow(), form, request, response, model, next);
  }

  @PostMapping("/settings/fields/{field}/rise")
  String rise(@PathVariable String field) {
    work.move(field, true);
    return LIST + "#" + field;
  }

  @PostMapping("/settings/fields/{field}/descent")
  String sink(@PathVariable String field) {
    work.move(field, false);
    return LIST + "#" + field;
  }

  @PostMapping("/settings/fields/{field}/retirement")
  String retire(@PathVariable String field, HttpServletRequest request, RedirectAttributes next) {
    work.retire(field, true);
    return told("constituents.fields.retired.done", request, next);
  }

  @PostMapping("/settings/fields/{field}/return")
  String bringBack(@PathVariable String field, HttpServletRequest request, RedirectAttributes next) {
    work.retire(field, false);
    return told("constituents.fields.returned", request, next);
  }

  @PostMapping("/settings/fields/{field}/removal")
  String remove(@PathVariable String field, HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes next) {
    try {
      work.remove(field);
    } catch (Mistakes mistakes) {
      var known = fields.find(field).orElseThrow();
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(known, FieldForm.of(known, fields.all()), mistakes.in(pages.words(request)), request, model);
    }
    return told("constituents.fields.removed", request, next);
  }

  private String save(@Nullable CustomField before, FieldForm form, HttpServletRequest request, HttpServletResponse response, Model model,
      RedirectAttributes next) {
    var mistakes = new Mistakes();
    var field = form.read(before, fields.all(), mistakes);
    try {
      mistakes.raise();
      if (before == null) {
        work.add(field);
      } else {
        work.change(field);
      }
    } catch (Mistakes found) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(before, form, found.in(pages.words(request)), request, model);
    }
    return told("constituents.fields.saved", request, next);
  }

  private String told(String sentence, HttpServletRequest request, RedirectAttributes next) {
    next.addFlashAttribute("notice", pages.words(request).get(sentence));
    return LIST;
  }

  private String form(@Nullable CustomField field, FieldForm form, Map<String, String> mistakes, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    model.addAttribute("field", field);
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes);
    model.addAttribute("types", types(page));
    model.addAttribute("groups", groups(page));
    model.addAttribute("needs", needs(field, page));
    model.addAttribute("used", field != null && fields.isUsed(field.id()));
    return "constituents/fields/field";
  }

  private static Map<String, String> types(Page page) {
    var types = new LinkedHashMap<String, String>();
    for (var type : FieldType.values()) {
      types.put(type.code(), page.t("constituents.fields.type." + type.code()));
    }
    return types;
  }

  private static Map<String, String> groups(Page page) {
    var groups = new LinkedHashMap<String, String>();
    for (var group : Group.values()) {
      groups.put(group.code(), page.t("constituents.group." + group.code()));
    }
    return groups;
  }

  private Map<String, String> needs(@Nullable CustomField field, Page page) {
    var needs = new LinkedHashMap<String, String>();
    needs.put("never", page.t("constituents.fields.need.never"));
    needs.put("always", page.t("constituents.fields.need.always"));
    for (var role : ClientRole.values()) {
      needs.put("role:" + role.code(), page.t("constituents.fields.need.role", page.t("constituents.role." + role.code())));
    }
    for (var other : fields.all()) {
      if (other.type().decides() && (field == null || !other.id().equals(field.id()))) {
        var name = other.name(page.language());
        if (other.type() == FieldType.FLAG) {
          needs.put("value:" + other.code(), page.t("constituents.fields.need.value", name, page.t("constituents.fields.yes")));
        }
        other.options().forEach(option ->
            needs.put("value:" + other.code() + ":" + option.code(), page.t("constituents.fields.need.value", name, option.name(page.language()))));
      }
    }
    return needs;
  }
}
