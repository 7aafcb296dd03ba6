package org.silah.constituents.fields;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.Edits;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The custom fields of one group of a client, in one form. */
@Controller
class GroupForms {

  private final Constituents constituents;
  private final CustomDossiers dossiers;
  private final CustomValues values;
  private final Boxes boxes;
  private final Learning learning;
  private final Audit audit;
  private final Pages pages;

  GroupForms(Constituents constituents, CustomDossiers dossiers, CustomValues values, Boxes boxes, Learning learning, Audit audit, Pages pages) {
    this.constituents = constituents;
    this.dossiers = dossiers;
    this.values = values;
    this.boxes = boxes;
    this.learning = learning;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping("/clients/{id}/groups/{group}/fields")
  @Transactional
  ModelAndView show(@PathVariable PartyId id, @PathVariable String group, HttpServletRequest request) {
    var client = constituents.find(id).orElseThrow();
    var known = group(group);
    var dossier = dossiers.of(id);
    if (asked(dossier, known).isEmpty()) {
      return new ModelAndView("redirect:/clients/" + id + "#group-" + known.code());
    }
    var page = view(client, known, boxes.known(id, dossier, asked(dossier, known), pages.words(request)), "client", Map.of(), HttpStatus.OK);
    audit.record("client.read", "client", id, Map.of("part", known.code()));
    return page;
  }

  @PostMapping("/clients/{id}/groups/{group}/fields")
  ModelAndView save(@PathVariable PartyId id, @PathVariable String group, @RequestParam(required = false) @Nullable String source, HttpServletRequest request,
      RedirectAttributes next) {
    var client = constituents.find(id).orElseThrow();
    var known = group(group);
    var dossier = dossiers.of(id);
    var fields = asked(dossier, known);
    if (fields.isEmpty()) {
      throw new NoSuchElementException();
    }
    var mistakes = new Mistakes();
    var read = boxes.read(id, fields, dossier.held(), request, mistakes);
    needed(id, dossier, read, mistakes);
    if (!mistakes.none()) {
      var words = pages.words(request);
      var sentences = mistakes.in(words);
      return view(client, known, boxes.typed(id, dossier, fields, request, sentences, words), Edits.source(source), sentences, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    learning.learn(id, read, Edits.source(source));
    next.addFlashAttribute("notice", pages.words(request).get("constituents.saved"));
    return new ModelAndView("redirect:/clients/" + id + "#group-" + known.code());
  }

  /** What this form leaves without a value that the client may not be without. */
  private void needed(PartyId id, CustomDossier dossier, Map<CustomField, @Nullable FieldValue> read, Mistakes mistakes) {
    var after = new HashMap<>(CustomDossiers.plain(dossier.held()));
    read.forEach((field, value) -> {
      if (value == null) {
        after.remove(field.id());
      } else {
        after.put(field.id(), value);
      }
    });
    var told = mistakes.all().stream().map(Mistakes.Mistake::field).toList();
    Learning.missing(dossier.fields().stream().filter(field -> !field.retired()).toList(), after, values.roles(id)).stream()
        .filter(field -> read.containsKey(field) && !told.contains(field.box()))
        .forEach(field -> mistakes.add(field.box(), "constituents.text.missing"));
  }

  private static Group group(String code) {
    return Arrays.stream(Group.values()).filter(group -> group.code().equals(code)).findFirst().orElseThrow();
  }

  private static List<CustomField> asked(CustomDossier dossier, Group group) {
    return dossier.of(group).stream().filter(field -> !field.retired()).toList();
  }

  private static ModelAndView view(Client client, Group group, List<Box> boxes, String source, Map<String, String> mistakes, HttpStatus status) {
    var view = new ModelAndView("constituents/fields/form", status);
    view.addObject("client", client);
    view.addObject("group", group);
    view.addObject("boxes", boxes);
    view.addObject("source", source);
    view.addObject("mistakes", mistakes);
    return view;
  }
}
