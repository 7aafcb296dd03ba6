package org.silah.constituents;

import static org.silah.constituents.ProfilePanel.Group.CLASS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Clients take up roles and give them up. */
@Controller
class RoleEdits {

  private final RoleHistory roles;
  private final Recording recording;
  private final Edits edits;

  RoleEdits(RoleHistory roles, Recording recording, Edits edits) {
    this.roles = roles;
    this.recording = recording;
    this.edits = edits;
  }

  record Taking(@Nullable String role, @Nullable String since, @Nullable String source) {}

  record Ending(@Nullable String on, @Nullable String reason) {}

  @PostMapping("/clients/{id}/roles")
  ModelAndView take(@PathVariable PartyId id, Taking typed, HttpServletRequest request) {
    return edits.make(id, CLASS, "role", "role", request, () -> {
      var role = Codes.of(ClientRole.values(), ClientRole::code, typed.role, "role");
      roles.begin(id, role, day(typed.since, "since"), Edits.source(typed.source));
    });
  }

  @PostMapping("/clients/{id}/roles/{role}/end")
  ModelAndView end(@PathVariable PartyId id, @PathVariable String role, Ending typed, HttpServletRequest request) {
    return edits.make(id, CLASS, "role-end-" + role, "reason", request, () -> {
      var held = Codes.of(ClientRole.values(), ClientRole::code, role, "role");
      roles.end(id, held, day(typed.on, "on"), typed.reason);
    });
  }

  /** Today, unless another day is said. */
  private LocalDate day(@Nullable String typed, String box) {
    try {
      return typed == null || typed.isBlank() ? recording.today() : Days.past(typed, recording.today());
    } catch (Unreadable unreadable) {
      throw new Mistakes().add(box, unreadable);
    }
  }
}
