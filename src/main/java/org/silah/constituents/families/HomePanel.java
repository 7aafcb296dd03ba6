package org.silah.constituents.families;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.Address;
import org.silah.constituents.Addresses;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** The family's address on the profile of whoever lives there. The other way round nothing is ever shown: where a member lives is theirs to tell. */
@Component
class HomePanel implements ProfilePanel {

  private final FamilyMembers members;
  private final Addresses addresses;
  private final Fragments fragments;

  HomePanel(FamilyMembers members, Addresses addresses, Fragments fragments) {
    this.members = members;
    this.addresses = addresses;
    this.fragments = fragments;
  }

  @Override
  public Group group() {
    return Group.IDENTITY;
  }

  @Override
  public Facts facts(PartyId party, Page page) {
    var homes = new LinkedHashMap<Membership, List<Address>>();
    members.shownFamiliesOf(party).stream()
        .filter(membership -> membership.present() && membership.sharesAddress())
        .forEach(membership -> homes.put(membership, addresses.of(membership.family())));
    homes.values().removeIf(List::isEmpty);
    return new Facts(0, 0, null, fragments.of("constituents/families/home", Map.of("page", page, "homes", homes)));
  }
}
