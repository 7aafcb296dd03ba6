package org.silah.constituents;

import static org.silah.constituents.ProfilePanel.Group.CLASS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A client moves to another branch, or becomes known to one, or to one less. Who thereby loses sight of the client is led back to the list. */
@Controller
class BranchEdits {

  private final Belongings belongings;
  private final Seen seen;
  private final Edits edits;
  private final Pages pages;

  BranchEdits(Belongings belongings, Seen seen, Edits edits, Pages pages) {
    this.belongings = belongings;
    this.seen = seen;
    this.edits = edits;
    this.pages = pages;
  }

  @PostMapping("/clients/{id}/branch")
  ModelAndView move(@PathVariable PartyId id, @RequestParam(required = false) @Nullable String branch, HttpServletRequest request, RedirectAttributes next) {
    return make(id, "branch", request, next, () -> belongings.move(id, branch(branch)));
  }

  @PostMapping("/clients/{id}/branches")
  ModelAndView makeKnown(@PathVariable PartyId id, @RequestParam(required = false) @Nullable String branch,
      @RequestParam(required = false) @Nullable String reason, HttpServletRequest request, RedirectAttributes next) {
    return make(id, "known-to", request, next, () -> belongings.makeKnown(id, branch(branch), reason));
  }

  @PostMapping("/clients/{id}/branches/{branch}/end")
  ModelAndView end(@PathVariable PartyId id, @PathVariable UUID branch, HttpServletRequest request, RedirectAttributes next) {
    return make(id, "", request, next, () -> belongings.end(id, branch));
  }

  private ModelAndView make(PartyId id, String what, HttpServletRequest request, RedirectAttributes next, Runnable change) {
    var answer = edits.make(id, CLASS, what, what.equals("known-to") ? "reason" : "branch", request, change);
    if (seen.isInSight(id.value())) {
      return answer;
    }
    next.addFlashAttribute("notice", pages.words(request).get("constituents.branch.left"));
    return new ModelAndView("redirect:/clients");
  }

  private static UUID branch(@Nullable String typed) {
    try {
      return UUID.fromString(typed == null ? "" : typed);
    } catch (IllegalArgumentException e) {
      throw Mistakes.of("branch", "constituents.branch.unknown");
    }
  }
}
