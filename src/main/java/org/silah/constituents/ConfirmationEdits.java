package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import org.silah.constituents.Standing.Line;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody says of a fact that it is still so. */
@Controller
class ConfirmationEdits {

  private final Confirmations confirmations;
  private final Standings standings;
  private final Edits edits;

  ConfirmationEdits(Confirmations confirmations, Standings standings, Edits edits) {
    this.confirmations = confirmations;
    this.standings = standings;
    this.edits = edits;
  }

  @PostMapping("/clients/{id}/confirmations")
  ModelAndView confirm(
      @PathVariable PartyId id, @RequestParam(defaultValue = "") String item, @RequestParam(required = false) String source, HttpServletRequest request) {
    var group = standings.of(id).lines().stream().filter(line -> line.item().equals(item)).map(Line::group).findFirst().orElseThrow();
    return edits.make(id, group, "", "item", request, () -> confirmations.confirm(id, item, Edits.source(source)));
  }
}
