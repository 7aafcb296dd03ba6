package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Somebody with the right asks to look at a sensitive fact. Opening the profile is not enough; it is withheld again when the page is left. */
@Controller
class LookPages {

  private final Looks looks;
  private final Dossiers dossiers;
  private final ProfileView view;

  LookPages(Looks looks, Dossiers dossiers, ProfileView view) {
    this.looks = looks;
    this.dossiers = dossiers;
    this.view = view;
  }

  @PostMapping("/clients/{id}/fields/{field}/looks")
  @Transactional
  ModelAndView atField(@PathVariable PartyId id, @PathVariable String field, HttpServletRequest request) {
    var known = Field.of(field).orElseThrow();
    var dossier = dossiers.find(id).orElseThrow();
    return view.revealed(dossier.showing(looks.at(id, known)), known.group(), request);
  }

  @PostMapping("/clients/{id}/addresses/{address}/looks")
  @Transactional
  ModelAndView atAddress(@PathVariable PartyId id, @PathVariable UUID address, HttpServletRequest request) {
    var dossier = dossiers.find(id).orElseThrow();
    return view.revealed(dossier.showing(looks.at(id, address)), ProfilePanel.Group.IDENTITY, request);
  }
}
