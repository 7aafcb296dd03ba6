package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Changes;
import org.silah.constituents.Field;
import org.silah.constituents.Knowledge;
import org.silah.constituents.PartyId;
import org.silah.constituents.text.Typed;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members come and go, one becomes the head, and what was written wrongly is put right. */
@Component
class Households {

  private static final int SALUTATION = 200;

  private final FamilyMembers members;
  private final FamilyDeeds deeds;
  private final HouseholdNames names;
  private final Naming naming;
  private final DeedWork work;
  private final Knowledge knowledge;
  private final Changes changes;

  Households(FamilyMembers members, FamilyDeeds deeds, HouseholdNames names, Naming naming, DeedWork work, Knowledge knowledge, Changes changes) {
    this.members = members;
    this.deeds = deeds;
    this.names = names;
    this.naming = naming;
    this.work = work;
    this.knowledge = knowledge;
    this.changes = changes;
  }

  /** @param since null if nobody knows since when, and then it was always so */
  @Transactional
  public UUID join(PartyId family, Somebody somebody, Position position, @Nullable LocalDate since, boolean sharesAddress, String source) {
    work.hold(somebody.known() == null ? List.of(family) : List.of(family, somebody.known()));
    work.household(family);
    var person = work.person(somebody, "member", source);
    var deed = deeds.write(FamilyDeed.Kind.JOINING, since, somebody.known() == null ? List.of(person) : List.of());
    members.begin(family, person, position, since, since == null ? Beginning.KNOWN : Beginning.JOINED, sharesAddress, source, deed);
    work.done("client.member.add", Set.of(family), Set.of(person),
        DeedWork.detail(deed, since, "family", family, "member", person, "position", position.code()));
    return deed;
  }

  /** @param how one of {@link Ending#DEPARTURES} */
  @Transactional
  public UUID depart(PartyId family, PartyId member, LocalDate on, Ending how) {
    work.hold(List.of(family, member));
    var leaving = DeedWork.present(work.household(family), member, "member");
    var deed = deeds.write(FamilyDeed.Kind.DEPARTURE, on, List.of());
    work.end(leaving, on, how, deed);
    work.done("client.member.end", Set.of(family), Set.of(member), DeedWork.detail(deed, on, "family", family, "member", member, "how", how.code()));
    return deed;
  }

  /**
   * Makes a member the head. Whoever was it becomes the new head's spouse where the new head was theirs. Others keep their place
   * towards the new head or lose it: a son's mother is not his spouse, and his sisters are not his children.
   */
  @Transactional
  public UUID lead(PartyId family, PartyId member, LocalDate on) {
    work.hold(List.of(family, member));
    var household = work.household(family);
    var next = DeedWork.present(household, member, "member");
    if (next.is(Position.HEAD)) {
      throw Mistakes.of("member", "constituents.family.head-already");
    }
    var deed = deeds.write(FamilyDeed.Kind.HEADSHIP, on, List.of());
    boolean spouse = next.is(Position.SPOUSE);
    work.becomes(next, Position.HEAD, on, deed);
    for (var other : household.present()) {
      var then = other.equals(next) ? Position.HEAD : place(other, spouse);
      if (!other.equals(next) && then != other.position()) {
        work.becomes(other, then, on, deed);
      }
    }
    work.done("client.family.headship", Set.of(family), Set.of(member), DeedWork.detail(deed, on, "family", family, "member", member));
    return deed;
  }

  private static Position place(Membership other, boolean spouseLeads) {
    return switch (other.position()) {
      case HEAD -> spouseLeads ? Position.SPOUSE : Position.DEPENDANT;
      case SPOUSE, DEPENDANT -> Position.DEPENDANT;
      case CHILD -> spouseLeads ? Position.CHILD : Position.DEPENDANT;
    };
  }

  /** Puts right what was written of one time in the family. Whether it has ended stays: that is undone with its deed. */
  @Transactional
  public void correct(PartyId family, UUID membership, Position position, @Nullable LocalDate since, @Nullable LocalDate until) {
    work.hold(List.of(family));
    var before = members.find(family, membership);
    if (before.present() != (until == null)) {
      throw Mistakes.of("until", before.present() ? "constituents.family.still-present" : "constituents.text.missing");
    }
    if (since != null && until != null && until.isBefore(since)) {
      throw Mistakes.of("until", "constituents.family.before", before.name());
    }
    members.correct(membership, position, since, until);
    work.done("client.member.correct", Set.of(family), Set.of(before.member()), Map.of("membership", membership.toString(),
        "before", told(before.position(), before.since(), before.until()), "after", told(position, since, until)));
  }

  private static List<String> told(Position position, @Nullable LocalDate since, @Nullable LocalDate until) {
    return List.of(position.code(), String.valueOf(since), String.valueOf(until));
  }

  /** Whether a member lives where the family does. */
  @Transactional
  public void house(PartyId family, PartyId member, boolean shares) {
    work.hold(List.of(family, member));
    var membership = DeedWork.present(work.household(family), member, "member");
    if (membership.sharesAddress() != shares) {
      members.share(membership.id(), shares);
      work.done("client.member.home", Set.of(family), Set.of(member), Map.of("family", family.toString(), "shares_address", shares));
    }
  }

  /** Calls the family as its members propose, and goes on doing so. */
  @Transactional
  public void takeProposal(PartyId family) {
    work.hold(List.of(family));
    work.household(family);
    naming.take(family);
  }

  /** Calls the family otherwise, for good. */
  @Transactional
  public void rename(PartyId family, @Nullable String typed) {
    work.hold(List.of(family));
    work.household(family);
    knowledge.learn(family, Map.of(Field.DISPLAY_NAME, typed == null ? "" : typed), "staff");
  }

  /** @throws Mistakes if the person is not a member at present */
  void present(PartyId family, PartyId member) {
    DeedWork.present(work.household(family), member, "member");
  }

  /** @param typed empty for the one that is proposed */
  @Transactional
  public void greet(PartyId family, @Nullable String typed) {
    work.hold(List.of(family));
    work.household(family);
    var salutation = Typed.line(typed, SALUTATION);
    names.greet(family, salutation);
    changes.made("client.family.salutation", family, salutation == null ? Map.of() : Map.of("after", salutation));
  }
}
