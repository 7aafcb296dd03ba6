package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client's profile. Whoever looks at it is written down. */
@Controller
class Profiles {

  private final ProfileView view;
  private final Clients clients;
  private final Successors successors;
  private final Audit audit;

  Profiles(ProfileView view, Clients clients, Successors successors, Audit audit) {
    this.view = view;
    this.clients = clients;
    this.successors = successors;
    this.audit = audit;
  }

  /**
   * @param edit what to open a form for; other parameters fill its boxes
   * @param before where the timeline begins
   */
  @GetMapping("/clients/{id}")
  @Transactional
  ModelAndView show(
      @PathVariable PartyId id, @RequestParam(defaultValue = "") String edit, @RequestParam(required = false) @Nullable String before,
      HttpServletRequest request) {
    var successor = successors.of(id);
    if (successor.isPresent()) {
      return new ModelAndView("redirect:/clients/" + successor.get());
    }
    if (clients.wasRemoved(id)) {
      return new ModelAndView("constituents/removed", HttpStatus.GONE);
    }
    var profile = view.whole(id, editing(edit, request), before == null ? ProfileView.NEWEST : moment(before), request);
    read(id, "profile");
    return profile;
  }

  @GetMapping("/clients/{id}/groups/{group}")
  @Transactional
  ModelAndView group(@PathVariable PartyId id, @PathVariable String group, @RequestParam(defaultValue = "") String edit, HttpServletRequest request) {
    var known = Arrays.stream(ProfilePanel.Group.values()).filter(one -> one.code().equals(group)).findFirst().orElseThrow();
    var section = view.section(id, known, editing(edit, request), request);
    read(id, group);
    return section;
  }

  @GetMapping("/clients/{id}/timeline")
  @Transactional
  ModelAndView timeline(@PathVariable PartyId id, @RequestParam String before, HttpServletRequest request) {
    var part = view.timeline(id, moment(before), request);
    read(id, "timeline");
    return part;
  }

  private void read(PartyId id, String part) {
    audit.record("client.read", "client", id, Map.of("part", part));
  }

  private static Editing editing(String what, HttpServletRequest request) {
    var typed = new HashMap<String, String>();
    request.getParameterMap().forEach((box, values) -> typed.put(box, values[0]));
    return new Editing(what, typed, Map.of(), null);
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new NoSuchElementException(e);
    }
  }
}
