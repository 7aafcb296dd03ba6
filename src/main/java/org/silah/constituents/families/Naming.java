package org.silah.constituents.families;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.silah.constituents.Constituents;
import org.silah.constituents.Field;
import org.silah.constituents.Knowledge;
import org.silah.constituents.PartyId;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What families are called: proposed from their members, and following them until somebody says otherwise. */
@Component
class Naming {

  private final FamilyMembers members;
  private final HouseholdNames names;
  private final Constituents constituents;
  private final Knowledge knowledge;
  private final Texts texts;

  Naming(FamilyMembers members, HouseholdNames names, Constituents constituents, Knowledge knowledge, Texts texts) {
    this.members = members;
    this.names = names;
    this.constituents = constituents;
    this.knowledge = knowledge;
    this.texts = texts;
  }

  /** Nothing where nobody is in the family after whom it could be called. */
  Optional<String> proposal(PartyId family) {
    return named(new Household(family, members.of(family)));
  }

  /** Whether the name is the one that was proposed. */
  boolean follows(PartyId family) {
    var name = constituents.find(family).orElseThrow().displayName();
    return names.proposed(family).filter(name::equals).isPresent();
  }

  /** After a deed: a name that was proposed is proposed anew, one that somebody wrote stays. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(PartyId family) {
    if (follows(family)) {
      take(family);
    }
  }

  /** Calls the family as its members propose, from now on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(PartyId family) {
    var household = new Household(family, members.of(family));
    named(household).ifPresent(name -> {
      var said = new HashMap<Field, String>(Map.of(Field.DISPLAY_NAME, name));
      latin(household).ifPresent(latin -> said.put(Field.LATIN_NAME, latin));
      knowledge.learn(family, said, "staff");
      names.propose(family, name);
    });
  }

  private Optional<String> latin(Household household) {
    return after(household)
        .map(Membership::latinName)
        .map(name -> texts.in(Language.EN).get(late(household) ? "constituents.household.late" : "constituents.household.named", name, "unknown"));
  }

  private Optional<String> named(Household household) {
    var words = texts.in(Language.AR);
    return after(household).map(person -> {
      var name = NameOfPerson.of(person.name()).full(person.gender());
      return late(household) ? words.get("constituents.household.late", name, person.sex()) : words.get("constituents.household.named", name, person.sex());
    });
  }

  /** The head; where the head has died and nobody is the next, still the head; else whoever is there. */
  private static Optional<Membership> after(Household household) {
    return household.head()
        .or(() -> household.lastHead().filter(Membership::deceased))
        .or(household::successor)
        .or(household::lastHead);
  }

  private static boolean late(Household household) {
    return household.head().isEmpty() && household.lastHead().filter(Membership::deceased).isPresent();
  }
}
