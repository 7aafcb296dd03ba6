package org.silah.constituents.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents are added to a client, taken out to be read, described anew and taken back. */
@Controller
class DocumentPages {

  private final Constituents constituents;
  private final Documents documents;
  private final DocumentKinds kinds;
  private final Reception reception;
  private final Filing filing;
  private final Delivery delivery;
  private final DocumentLimits limits;
  private final Shown shown;
  private final Pages pages;

  DocumentPages(Constituents constituents, Documents documents, DocumentKinds kinds, Reception reception, Filing filing, Delivery delivery,
      DocumentLimits limits, Shown shown, Pages pages) {
    this.constituents = constituents;
    this.documents = documents;
    this.kinds = kinds;
    this.reception = reception;
    this.filing = filing;
    this.delivery = delivery;
    this.limits = limits;
    this.shown = shown;
    this.pages = pages;
  }

  @GetMapping("/clients/{id}/documents/new")
  String ask(@PathVariable PartyId id, HttpServletRequest request, Model model) {
    return form(client(id), DocumentForm.blank(), Map.of(), request, model);
  }

  @PostMapping("/clients/{id}/documents")
  String add(@PathVariable PartyId id, @RequestParam(required = false) @Nullable List<MultipartFile> file, DocumentForm form, HttpServletRequest request,
      HttpServletResponse response, Model model, RedirectAttributes next) throws IOException {
    var client = client(id);
    var words = pages.words(request);
    var mistakes = new Mistakes();
    var details = details(form, mistakes);
    var refused = new ArrayList<String>();
    var arrivals = new ArrayList<Arrival>();
    try {
      take(id, file == null ? List.of() : file, arrivals, refused, request);
      if (details != null && mistakes.none() && refused.isEmpty()) {
        var added = filing.add(id, arrivals, details);
        var told = isSeen(added.getFirst()) ? "constituents.document.saved" : "constituents.document.saved-unseen";
        next.addFlashAttribute("notice", words.get(told, added.size()));
        return "redirect:/clients/" + id + "#documents";
      }
    } catch (NotNow away) {
      refused.add(words.get(away));
    } finally {
      arrivals.forEach(Arrival::close);
    }
    var errors = new HashMap<>(mistakes.in(words));
    if (!refused.isEmpty()) {
      errors.put("file", String.join("\n", refused));
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(client, form, errors, request, model);
  }

  @GetMapping("/clients/{id}/documents/{document}")
  String show(@PathVariable PartyId id, @PathVariable DocumentId document, HttpServletRequest request, Model model) {
    var found = documents.find(id, document).orElseThrow();
    return page(client(id), found, DocumentForm.of(found, pages.words(request)), "", Map.of(), request, model);
  }

  @GetMapping("/clients/{id}/documents/{document}/file")
  void download(@PathVariable PartyId id, @PathVariable DocumentId document, HttpServletRequest request, HttpServletResponse response) throws IOException {
    delivery.attach(id, document, request, response);
  }

  @GetMapping("/clients/{id}/documents/{document}/thumbnail")
  void preview(@PathVariable PartyId id, @PathVariable DocumentId document, HttpServletResponse response) throws IOException {
    delivery.show(id, document, response);
  }

  @PostMapping("/clients/{id}/documents/{document}")
  String change(@PathVariable PartyId id, @PathVariable DocumentId document, DocumentForm form, HttpServletRequest request, HttpServletResponse response,
      Model model, RedirectAttributes next) {
    var found = documents.find(id, document).orElseThrow();
    var mistakes = new Mistakes();
    var details = details(form, mistakes);
    if (details != null && details.title().isEmpty()) {
      mistakes.add("title", "constituents.text.missing");
    }
    if (details == null || !mistakes.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(client(id), found, form, "", mistakes.in(pages.words(request)), request, model);
    }
    filing.change(id, document, details);
    next.addFlashAttribute("notice", pages.words(request).get("constituents.document.changed"));
    return "redirect:/clients/" + id + "#documents";
  }

  @PostMapping("/clients/{id}/documents/{document}/withdrawal")
  String takeBack(@PathVariable PartyId id, @PathVariable DocumentId document, @RequestParam(defaultValue = "") String reason, HttpServletRequest request,
      HttpServletResponse response, Model model, RedirectAttributes next) {
    var words = pages.words(request);
    try {
      filing.takeBack(id, document, reason);
    } catch (Unreadable unreadable) {
      var found = documents.find(id, document).orElseThrow();
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(client(id), found, DocumentForm.of(found, words), reason, Map.of("reason", words.get(unreadable)), request, model);
    }
    next.addFlashAttribute("notice", words.get("constituents.document.taken-back"));
    return "redirect:/clients/" + id + "#documents";
  }

  /** Each file that cannot be taken is told of, so that all can be mended at once. */
  private void take(PartyId id, List<MultipartFile> files, List<Arrival> arrivals, List<String> refused, HttpServletRequest request) throws IOException {
    var words = pages.words(request);
    var chosen = files.stream().filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()).toList();
    if (chosen.isEmpty()) {
      refused.add(words.get("constituents.document.file.missing"));
    }
    for (var file : chosen) {
      try (var bytes = file.getInputStream()) {
        arrivals.add(reception.take(id, file.getOriginalFilename(), bytes));
      } catch (FileRefused refusal) {
        var why = words.get((BrokenRule) refusal);
        refused.add(chosen.size() == 1 ? why : words.get("constituents.document.refused.one-of", file.getOriginalFilename(), why));
      }
    }
  }

  private Document.@Nullable Details details(DocumentForm form, Mistakes mistakes) {
    try {
      return form.read(kinds);
    } catch (Mistakes made) {
      made.all().forEach(one -> mistakes.add(one.field(), one.key(), one.args().toArray()));
      return null;
    }
  }

  private boolean isSeen(Document document) {
    return documents.find(document.party(), document.id()).isPresent();
  }

  private Client client(PartyId id) {
    return constituents.find(id).orElseThrow();
  }

  private String form(Client client, DocumentForm form, Map<String, String> mistakes, HttpServletRequest request, Model model) {
    model.addAttribute("client", client);
    fill(form, mistakes, request, model);
    model.addAttribute("limits", limits);
    return "constituents/documents/new";
  }

  private String page(Client client, Document document, DocumentForm form, String reason, Map<String, String> mistakes, HttpServletRequest request,
      Model model) {
    var language = Pages.language(request);
    model.addAttribute("client", client);
    model.addAttribute("document", document);
    model.addAttribute("reason", reason);
    model.addAttribute("kind", kinds.find(document.kind()).orElseThrow());
    model.addAttribute("by", shown.by(document.addedBy(), language));
    fill(form, mistakes, request, model);
    return "constituents/documents/document";
  }

  private void fill(DocumentForm form, Map<String, String> mistakes, HttpServletRequest request, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistakes", mistakes);
    model.addAttribute("kinds", kinds.offered(form.kind(), Pages.language(request)));
  }
}
