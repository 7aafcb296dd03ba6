package org.silah.constituents.families;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.PartyId;

/** A family with all who belong and ever belonged to it, the present ones first. */
record Household(PartyId family, List<Membership> all) {

  List<Membership> present() {
    return all.stream().filter(Membership::present).toList();
  }

  List<Membership> present(Position position) {
    return all.stream().filter(membership -> membership.present() && membership.is(position)).toList();
  }

  /** Times that are over and were not followed by another position of the same family on the same day. */
  List<Membership> former() {
    return all.stream().filter(membership -> !membership.present()).toList();
  }

  Optional<Membership> head() {
    return present(Position.HEAD).stream().findFirst();
  }

  Optional<Membership> present(PartyId member) {
    return all.stream().filter(membership -> membership.present() && membership.member().equals(member)).findFirst();
  }

  /** Whoever was the head last, where there is none. */
  Optional<Membership> lastHead() {
    return former().stream().filter(membership -> membership.is(Position.HEAD)).findFirst();
  }

  /** Who is next where there is no head: the spouse, or the eldest grown child, or whoever is the eldest. */
  Optional<Membership> successor() {
    if (head().isPresent()) {
      return Optional.empty();
    }
    var byAge = Comparator.comparing(Membership::birthOn, Comparator.nullsLast(Comparator.naturalOrder()));
    return present(Position.SPOUSE).stream().findFirst()
        .or(() -> present(Position.CHILD).stream().min(byAge))
        .or(() -> present().stream().min(byAge));
  }

  /** The man, or the woman, who was the head or the spouse, the present or the last: whom a child is born to. */
  @Nullable Membership parent(Client.Gender gender) {
    return all.stream()
        .filter(membership -> membership.gender() == gender && (membership.is(Position.HEAD) || membership.is(Position.SPOUSE)))
        .findFirst().orElse(null);
  }
}
