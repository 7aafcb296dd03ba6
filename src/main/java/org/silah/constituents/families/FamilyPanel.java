package org.silah.constituents.families;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Whom a client belongs to, on the profile: the members of a family or a person's families, and the ties to others. */
@Component
class FamilyPanel implements ProfilePanel {

  private final FamilyMembers members;
  private final Ties ties;
  private final Constituents constituents;
  private final Fragments fragments;

  FamilyPanel(FamilyMembers members, Ties ties, Constituents constituents, Fragments fragments) {
    this.members = members;
    this.ties = ties;
    this.constituents = constituents;
    this.fragments = fragments;
  }

  @Override
  public Group group() {
    return Group.PERSONAL;
  }

  @Override
  public Facts facts(PartyId party, Page page) {
    var kind = constituents.find(party).orElseThrow().kind();
    var memberships = kind == ClientKind.FAMILY ? members.shown(party) : kind == ClientKind.PERSON ? members.shownFamiliesOf(party) : List.<Membership>of();
    var bonds = ties.shown(party);
    var newest = Stream.concat(memberships.stream().map(Membership::recordedAt), bonds.stream().map(Tie::recordedAt)).max(Instant::compareTo);
    var content = fragments.of("constituents/families/panel",
        Map.of("page", page, "party", party, "kind", kind, "memberships", memberships, "ties", bonds));
    return new Facts(newest.isPresent() ? 1 : 0, 1, newest.map(at -> at.atZone(page.brand().zone()).toLocalDate()).orElse(null), content);
  }
}
