package org.silah.constituents;

import static org.silah.constituents.ProfilePanel.Group.PERSONAL;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** People join a family and leave it. */
@Controller
class MemberEdits {

  private static final String NEW = "new";

  private final FamilyMembers members;
  private final Constituents constituents;
  private final Edits edits;

  MemberEdits(FamilyMembers members, Constituents constituents, Edits edits) {
    this.members = members;
    this.constituents = constituents;
    this.edits = edits;
  }

  /** @param member id of a client, or {@code new} for a person of the name in {@code memberText} */
  record Joining(@Nullable String member, @org.springframework.web.bind.annotation.BindParam("member-text") @Nullable String memberText,
      @Nullable String position) {}

  @PostMapping("/clients/{id}/members")
  ModelAndView add(@PathVariable PartyId id, Joining typed, HttpServletRequest request) {
    return edits.make(id, PERSONAL, "member", "member", request, () -> {
      var position = Codes.of(Member.Position.values(), Member.Position::code, typed.position, "position");
      if (NEW.equals(typed.member)) {
        members.addNew(id, typed.memberText, position);
      } else {
        members.add(id, person(typed), position);
      }
    });
  }

  @PostMapping("/clients/{id}/members/{member}/end")
  ModelAndView end(@PathVariable PartyId id, @PathVariable PartyId member, HttpServletRequest request) {
    return edits.make(id, PERSONAL, "", "member", request, () -> members.end(id, member));
  }

  private PartyId person(Joining typed) {
    try {
      var person = PartyId.of(typed.member == null ? "" : typed.member);
      return constituents.find(person).map(Client::id).orElseThrow(() -> new Unreadable("constituents.member.choose"));
    } catch (IllegalArgumentException e) {
      throw Mistakes.of("member", "constituents.member.choose");
    }
  }
}
