package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may do to families and ties. Each deed leaves its audit entries in the same transaction. */
@Component
public class Families {

  private static final String SOURCE = "staff";

  private final Households households;
  private final Births births;
  private final Marriages marriages;
  private final Deaths deaths;
  private final TieWork ties;
  private final FamilyMembers members;

  Families(Households households, Births births, Marriages marriages, Deaths deaths, TieWork ties, FamilyMembers members) {
    this.households = households;
    this.births = births;
    this.marriages = marriages;
    this.deaths = deaths;
    this.ties = ties;
    this.members = members;
  }

  /** @param since null if it was so before we knew the family */
  @Transactional
  public UUID join(PartyId family, PartyId member, Position position, @Nullable LocalDate since) {
    return households.join(family, Somebody.known(member), position, since, true, SOURCE);
  }

  /** @return the child */
  @Transactional
  public PartyId born(PartyId family, String name, Client.Gender gender, LocalDate on, @Nullable PartyId mother) {
    var deed = births.born(family, name, gender, on, mother, SOURCE);
    return members.touched(deed).getFirst().member();
  }

  /** A spouse comes into the family of its head. */
  @Transactional
  public UUID marry(PartyId family, PartyId head, PartyId spouse, LocalDate on) {
    return marriages.marry(family, head, Somebody.known(spouse), on, Marriages.Home.HERE, SOURCE);
  }

  /** A child of the family founds one of its own. */
  @Transactional
  public UUID found(PartyId family, PartyId child, PartyId spouse, LocalDate on) {
    return marriages.marry(family, child, Somebody.known(spouse), on, Marriages.Home.NEW, SOURCE);
  }

  @Transactional
  public UUID died(PartyId person, LocalDate on) {
    return deaths.died(person, on);
  }

  @Transactional
  public UUID lead(PartyId family, PartyId member, LocalDate on) {
    return households.lead(family, member, on);
  }

  /** Calls the family as its members propose, from now on. */
  @Transactional
  public void nameByMembers(PartyId family) {
    households.takeProposal(family);
  }

  /** @param first who is the father, the guardian, the decision maker of {@code second} */
  @Transactional
  public UUID tie(Bond bond, PartyId first, PartyId second, @Nullable LocalDate since, Tie.Told told) {
    return ties.tie(bond, first, second, since, told, SOURCE);
  }
}
