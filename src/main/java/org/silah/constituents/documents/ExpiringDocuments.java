package org.silah.constituents.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which documents of all clients expire soon, or have: so that somebody asks for the next one in time. */
@Controller
class ExpiringDocuments {

  static final List<Integer> DAYS = List.of(7, 30, 90, 365);

  private static final int PAGE = 50;
  private static final int USUAL = 30;
  private static final int MOST = 3_650;

  private final Documents documents;
  private final DocumentKinds kinds;
  private final Institutions institutions;

  ExpiringDocuments(Documents documents, DocumentKinds kinds, Institutions institutions) {
    this.documents = documents;
    this.kinds = kinds;
    this.institutions = institutions;
  }

  /**
   * @param within days from today; 0 for what has expired
   * @param after day and id of the last document on the page before
   */
  @GetMapping("/documents")
  String show(@RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
    int days = days(within);
    var today = institutions.today();
    var place = after.isEmpty() ? null : Place.of(after);
    var first = days == 0 ? Place.EVER : today;
    var last = days == 0 ? today.minusDays(1) : today.plusDays(days);
    var found = documents.expiring(first, last, place == null ? null : place.day, place == null ? null : place.id, PAGE + 1);
    var here = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("within", days);
    model.addAttribute("rows", here);
    model.addAttribute("kinds", kinds.names(Pages.language(request)));
    model.addAttribute("next", found.size() > PAGE ? Place.at(here.getLast().document()) : null);
    model.addAttribute("first", after.isEmpty());
    return "constituents/documents/expiring";
  }

  private static int days(String typed) {
    return typed.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(typed), MOST) : USUAL;
  }

  private record Place(LocalDate day, UUID id) {

    static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    static Place of(String text) {
      try {
        var parts = text.split("_", 2);
        return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw new NoSuchElementException(e);
      }
    }

    static @Nullable String at(Document document) {
      return document.expiresOn() + "_" + document.id();
    }
  }
}
