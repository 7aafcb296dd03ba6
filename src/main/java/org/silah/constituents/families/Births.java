package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.PartyId;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A child is born to a family: a file with the father's names, a place among the children, and whose child it is. */
@Component
class Births {

  private final FamilyMembers members;
  private final FamilyDeeds deeds;
  private final Ties ties;
  private final DeedWork work;

  Births(FamilyMembers members, FamilyDeeds deeds, Ties ties, DeedWork work) {
    this.members = members;
    this.deeds = deeds;
    this.ties = ties;
    this.work = work;
  }

  /**
   * @param name the first name; a whole one stays as it is
   * @param mother of the women of the family; null for the one there is, and where there are several for none that we know
   */
  @Transactional
  public UUID born(PartyId family, @Nullable String name, Client.Gender gender, LocalDate on, @Nullable PartyId mother, String source) {
    work.hold(List.of(family));
    var household = work.household(family);
    var father = household.parent(Client.Gender.MALE);
    var woman = mother == null ? only(household) : of(household, mother);
    if (father == null && woman == null) {
      throw Mistakes.of("name", "constituents.family.no-parents");
    }
    var child = work.person(Somebody.called(full(name, gender, father), gender, on), "name", source);
    var deed = deeds.write(FamilyDeed.Kind.BIRTH, on, List.of(child));
    members.begin(family, child, Position.CHILD, on, Beginning.BIRTH, true, source, deed);
    var persons = new LinkedHashSet<PartyId>(Set.of(child));
    for (var parent : new Membership[] {father, woman}) {
      if (parent != null && (parent.birthOn() == null || parent.birthOn().isBefore(on))) {
        ties.add(Bond.PARENT, parent.member(), child, on, Tie.Told.nothing(), source, deed);
        persons.add(parent.member());
      } else if (parent != null) {
        throw Mistakes.of("on", "constituents.bond.rule.born-before", parent.name());
      }
    }
    work.done("client.family.birth", Set.of(family), persons, DeedWork.detail(deed, on, "family", family, "child", child));
    return deed;
  }

  private static String full(@Nullable String typed, Client.Gender gender, @Nullable Membership father) {
    try {
      var name = Typed.name(typed == null ? "" : typed);
      return father == null ? name : NameOfPerson.of(father.name()).child(name, gender, father.gender());
    } catch (Unreadable unreadable) {
      throw new Mistakes().add("name", unreadable);
    }
  }

  private static @Nullable Membership only(Household household) {
    var women = household.present().stream().filter(Births::mayBeMother).toList();
    return women.size() == 1 ? women.getFirst() : null;
  }

  private static Membership of(Household household, PartyId mother) {
    return household.all().stream()
        .filter(membership -> membership.member().equals(mother) && mayBeMother(membership))
        .findFirst().orElseThrow(() -> Mistakes.of("mother", "constituents.choice.unknown"));
  }

  static boolean mayBeMother(Membership membership) {
    return membership.gender() == Client.Gender.FEMALE && (membership.is(Position.HEAD) || membership.is(Position.SPOUSE));
  }
}
