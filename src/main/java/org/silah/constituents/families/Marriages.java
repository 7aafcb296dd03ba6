package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registration;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A marriage brings a spouse into the family, or takes a child of it to a family of the couple's own or of the spouse's. */
@Component
class Marriages {

  /** Where the couple lives. */
  enum Home {
    HERE, NEW, THEIRS;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final FamilyMembers members;
  private final FamilyDeeds deeds;
  private final Naming naming;
  private final Registration registration;
  private final DeedWork work;

  Marriages(FamilyMembers members, FamilyDeeds deeds, Naming naming, Registration registration, DeedWork work) {
    this.members = members;
    this.deeds = deeds;
    this.naming = naming;
    this.registration = registration;
    this.work = work;
  }

  /** @param member of {@code family}; its head where the spouse comes here */
  @Transactional
  public UUID marry(PartyId family, PartyId member, Somebody somebody, LocalDate on, Home home, String source) {
    var concerned = new ArrayList<>(List.of(family, member));
    if (somebody.known() != null) {
      concerned.add(somebody.known());
      members.familiesOf(somebody.known()).stream().filter(Membership::present).map(Membership::family).forEach(concerned::add);
    }
    work.hold(concerned);
    var one = DeedWork.present(work.household(family), member, "member");
    var spouse = work.person(opposite(somebody, one), "spouse", source);
    if (spouse.equals(member)) {
      throw Mistakes.of("spouse", "constituents.bond.rule.oneself");
    }
    var opened = new ArrayList<PartyId>();
    if (somebody.known() == null) {
      opened.add(spouse);
    }
    var other = work.client(spouse);
    if (one.gender() != null && one.gender() == other.gender()) {
      throw Mistakes.of("spouse", "constituents.family.rule.same-sex", other.displayName());
    }
    var into = switch (home) {
      case HERE -> here(family, one);
      case NEW -> found(one, other, source, opened);
      case THEIRS -> theirs(spouse);
    };
    var deed = deeds.write(FamilyDeed.Kind.MARRIAGE, on, opened);
    var families = new LinkedHashSet<>(List.of(family, into));
    leave(spouse, into, on, deed, families);
    leave(member, into, on, deed, families);
    switch (home) {
      case HERE -> come(into, spouse, Position.SPOUSE, on, source, deed);
      case THEIRS -> come(into, member, Position.SPOUSE, on, source, deed);
      case NEW -> {
        boolean leads = one.gender() != Client.Gender.FEMALE;
        come(into, leads ? member : spouse, Position.HEAD, on, source, deed);
        come(into, leads ? spouse : member, Position.SPOUSE, on, source, deed);
        naming.take(into);
      }
    }
    work.done("client.family.marriage", families, new LinkedHashSet<>(List.of(member, spouse)),
        DeedWork.detail(deed, on, "member", member, "spouse", spouse));
    return deed;
  }

  private void come(PartyId family, PartyId person, Position position, LocalDate on, String source, UUID deed) {
    members.begin(family, person, position, on, Beginning.MARRIAGE, true, source, deed);
  }

  /** Whoever marries is no child of another house any more, and a woman not its wife or head either. */
  private void leave(PartyId person, PartyId into, LocalDate on, UUID deed, LinkedHashSet<PartyId> families) {
    for (var membership : members.familiesOf(person)) {
      boolean stays = membership.family().equals(into)
          || membership.gender() != Client.Gender.FEMALE && (membership.is(Position.HEAD) || membership.is(Position.SPOUSE));
      if (membership.present() && !stays) {
        work.end(membership, on, Ending.MARRIAGE, deed);
        families.add(membership.family());
      }
    }
  }

  private static PartyId here(PartyId family, Membership one) {
    if (!one.is(Position.HEAD)) {
      throw Mistakes.of("home", "constituents.family.home.head-only");
    }
    return family;
  }

  private PartyId found(Membership one, Client spouse, String source, List<PartyId> opened) {
    var leads = one.gender() != Client.Gender.FEMALE ? one.name() : spouse.displayName();
    var family = registration.add(NewClient.of(ClientKind.FAMILY, leads, source));
    opened.add(family);
    return family;
  }

  private PartyId theirs(PartyId spouse) {
    return members.familiesOf(spouse).stream()
        .filter(membership -> membership.present() && membership.is(Position.HEAD))
        .findFirst().map(Membership::family)
        .orElseThrow(() -> Mistakes.of("home", "constituents.family.home.no-family"));
  }

  /** A bride of whom only the name is known is a woman. */
  private static Somebody opposite(Somebody spouse, Membership one) {
    if (spouse.known() != null || one.gender() == null || spouse.gender() != null) {
      return spouse;
    }
    return Somebody.called(spouse.name(), one.gender() == Client.Gender.FEMALE ? Client.Gender.MALE : Client.Gender.FEMALE, spouse.birthOn());
  }
}
