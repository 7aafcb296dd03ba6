package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Changes;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registration;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What all deeds have in common: whom they hold, whose files they open, and that what they leave is right. */
@Component
class DeedWork {

  private final Constituents constituents;
  private final Registration registration;
  private final FamilyMembers members;
  private final FamilyRules rules;
  private final Naming naming;
  private final Changes changes;

  DeedWork(Constituents constituents, Registration registration, FamilyMembers members, FamilyRules rules, Naming naming, Changes changes) {
    this.constituents = constituents;
    this.registration = registration;
    this.members = members;
    this.rules = rules;
    this.naming = naming;
    this.changes = changes;
  }

  /** In one order for all, so that no two deeds wait for each other in a circle. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Collection<PartyId> parties) {
    parties.stream().distinct().sorted(Comparator.comparing(PartyId::value)).forEach(changes::begin);
  }

  /** @throws Unreadable if it is no family */
  Household household(PartyId family) {
    if (client(family).kind() != ClientKind.FAMILY) {
      throw new Unreadable("constituents.family.none");
    }
    return new Household(family, members.of(family));
  }

  /** The one we know, or a new file. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PartyId person(Somebody somebody, String box, String source) {
    if (somebody.known() == null) {
      try {
        return registration.add(NewClient.person(String.valueOf(somebody.name()), source).born(somebody.gender(), somebody.birthOn()));
      } catch (Unreadable unreadable) {
        throw new Mistakes().add(box, unreadable);
      }
    }
    if (client(somebody.known()).kind() != ClientKind.PERSON) {
      throw Mistakes.of(box, "constituents.member.person");
    }
    return somebody.known();
  }

  Client client(PartyId party) {
    return constituents.find(party).orElseThrow();
  }

  /** A member who is there at present. */
  static Membership present(Household household, PartyId member, String box) {
    return household.present(member).orElseThrow(() -> Mistakes.of(box, "constituents.member.not-present"));
  }

  /** Ends a time in a family, not before it began. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(Membership membership, LocalDate on, Ending how, UUID deed) {
    if (membership.since() != null && on.isBefore(membership.since())) {
      throw Mistakes.of("on", "constituents.family.before", membership.name());
    }
    members.end(membership.id(), on, how, deed);
  }

  /** The same member in another position from this day on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void becomes(Membership membership, Position position, LocalDate on, UUID deed) {
    end(membership, on, Ending.POSITION, deed);
    members.begin(membership.family(), membership.member(), position, on, Beginning.POSITION, membership.sharesAddress(), "staff", deed);
  }

  /**
   * Judges what was done and writes it down with everybody whom it is about.
   *
   * @throws HouseholdRule if a household cannot be so
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(String action, Set<PartyId> families, Set<PartyId> persons, Map<String, ?> detail) {
    var affected = new LinkedHashSet<>(persons);
    families.forEach(family -> members.of(family).stream().filter(Membership::present).map(Membership::member).forEach(affected::add));
    rules.check(families, affected);
    families.forEach(naming::follow);
    List<PartyId> all = new ArrayList<>(families);
    all.addAll(persons);
    all.forEach(party -> changes.made(action, party, detail));
  }

  static Map<String, String> detail(UUID deed, @Nullable LocalDate on, Object... more) {
    var detail = new LinkedHashMap<String, String>();
    detail.put("deed", deed.toString());
    if (on != null) {
      detail.put("on", on.toString());
    }
    for (int i = 0; i < more.length; i += 2) {
      detail.put(more[i].toString(), more[i + 1].toString());
    }
    return detail;
  }
}
