package org.silah.constituents.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.silah.access.Sights;
import org.silah.constituents.Shown;
import org.silah.constituents.imports.ImportKind.Field;
import org.silah.web.Language;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the columns shows: each column with what stands in it and what it may be. */
@Component
class ColumnChoice {

  private static final int VALUES = 3;

  private final Steps steps;
  private final ImportKinds kinds;
  private final Mappings mappings;
  private final Proposal proposal;
  private final Sights sights;
  private final Pages pages;

  ColumnChoice(Steps steps, ImportKinds kinds, Mappings mappings, Proposal proposal, Sights sights, Pages pages) {
    this.steps = steps;
    this.kinds = kinds;
    this.mappings = mappings;
    this.proposal = proposal;
    this.sights = sights;
    this.pages = pages;
  }

  /**
   * A column of the file.
   *
   * @param values the first that are not empty
   * @param field the code of what it is said to be
   */
  record Column(int number, String header, List<String> values, String field) {}

  /** Fields that belong together; code to words. */
  record Group(String label, Map<String, String> fields) {}

  /** What has been chosen so far. */
  record Chosen(List<String> fields, ImportSettings settings, String saveAs) {}

  /** As kept, or as saved under {@code mapping}. */
  String show(Import job, String mapping, HttpServletRequest request, Model model) {
    var fields = mapping.isEmpty() ? job.columns().fields() : steps.saved(job, mapping).orElse(job.columns().fields());
    model.addAttribute("mapping", mapping);
    return show(job, new Chosen(fields, job.settings(), ""), Map.of(), request, model);
  }

  /** @param mistakes by the code of the field or the name of the box */
  String show(Import job, Chosen chosen, Map<String, String> mistakes, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var kind = kinds.get(job.kind());
    model.addAttribute("job", job);
    model.addAttribute("kind", kind);
    model.addAttribute("columns", columns(job, chosen.fields()));
    model.addAttribute("groups", groups(kind, page));
    model.addAttribute("missing", steps.missing(kind, chosen.fields()).stream().map(field -> field.name(page.words())).toList());
    model.addAttribute("understood", kind.understood(chosen.fields(), chosen.settings()));
    model.addAttribute("others", proposal.others(kind, job.columns().headers()));
    model.addAttribute("mappings", mappings.names(job.kind()));
    model.addAttribute("settings", chosen.settings());
    model.addAttribute("saveAs", chosen.saveAs());
    model.addAttribute("mistakes", mistakes);
    model.addAttribute("branches", branches(sights, page));
    model.addAttribute("regions", Shown.countries(page.language()));
    model.addAttribute("languages", languages(page));
    model.addAttribute("encodings", encodings(page));
    model.addAttribute("delimiters", delimiters(page));
    if (!model.containsAttribute("mapping")) {
      model.addAttribute("mapping", "");
    }
    return "constituents/imports/columns";
  }

  /** Id to name of those that take new clients. */
  static Map<String, String> branches(Sights sights, Page page) {
    return sights.taking().stream().collect(
        Collectors.toMap(branch -> branch.id().toString(), branch -> branch.name(page.language()), (one, _) -> one, LinkedHashMap::new));
  }

  private static List<Column> columns(Import job, List<String> fields) {
    var columns = new ArrayList<Column>();
    for (int i = 0; i < job.columns().width(); i++) {
      int at = i;
      var values = job.sample().stream().filter(row -> row.size() > at).map(row -> row.get(at).strip()).filter(value -> !value.isEmpty()).limit(VALUES).toList();
      columns.add(new Column(i + 1, job.columns().headers().get(i), values, i < fields.size() ? fields.get(i) : Columns.LEFT_OUT));
    }
    return columns;
  }

  private List<Group> groups(ImportKind kind, Page page) {
    var known = ClientFields.facts().stream().map(org.silah.constituents.Field::code).toList();
    var groups = new ArrayList<Group>();
    if (!kind.fields().isEmpty()) {
      groups.add(new Group(page.t(kind.name()), words(kind.fields(), page)));
    }
    groups.add(new Group(page.t("constituents.import.group.client"), words(ClientFields.all().stream().filter(field -> !known.contains(field.code())).toList(), page)));
    groups.add(new Group(page.t("constituents.import.group.facts"), words(ClientFields.all().stream().filter(field -> known.contains(field.code())).toList(), page)));
    var own = kinds.fields(kind).values().stream().filter(field -> field.own() != null).toList();
    if (!own.isEmpty()) {
      groups.add(new Group(page.t(own.getFirst().label()), words(own, page)));
    }
    return groups;
  }

  private static Map<String, String> words(List<Field> fields, Page page) {
    return fields.stream().collect(Collectors.toMap(Field::code, field -> field.name(page.words()), (one, _) -> one, LinkedHashMap::new));
  }

  private static Map<String, String> languages(Page page) {
    var languages = new LinkedHashMap<String, String>();
    for (var language : Language.values()) {
      languages.put(language.code(), page.t("constituents.field.language." + language.code()));
    }
    return languages;
  }

  private static Map<String, String> encodings(Page page) {
    var encodings = new LinkedHashMap<String, String>();
    Encoding.CHOICES.forEach(charset -> encodings.put(charset.name(), page.t("constituents.import.encoding." + charset.name())));
    return encodings;
  }

  private static Map<String, String> delimiters(Page page) {
    var delimiters = new LinkedHashMap<String, String>();
    Delimiter.CHOICES.forEach(sign -> delimiters.put(ColumnPages.nameOf(sign), page.t("constituents.import.delimiter." + ColumnPages.nameOf(sign))));
    return delimiters;
  }
}
