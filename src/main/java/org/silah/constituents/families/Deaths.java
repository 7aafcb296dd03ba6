package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Lives;
import org.silah.constituents.PartyId;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A death ends the person's time in every family, and work, guardianship and the like; kin stay kin. */
@Component
class Deaths {

  private final FamilyMembers members;
  private final FamilyDeeds deeds;
  private final Ties ties;
  private final Lives lives;
  private final DeedWork work;

  Deaths(FamilyMembers members, FamilyDeeds deeds, Ties ties, Lives lives, DeedWork work) {
    this.members = members;
    this.deeds = deeds;
    this.ties = ties;
    this.lives = lives;
    this.work = work;
  }

  @Transactional
  public UUID died(PartyId person, LocalDate on) {
    var held = new ArrayList<>(List.of(person));
    members.familiesOf(person).stream().filter(Membership::present).map(Membership::family).forEach(held::add);
    work.hold(held);
    if (work.client(person).kind() != ClientKind.PERSON) {
      throw new Unreadable("constituents.member.person");
    }
    if (deeds.deathOf(person).isPresent()) {
      throw Mistakes.of("member", "constituents.death.already");
    }
    var deed = deeds.write(FamilyDeed.Kind.DEATH, on, List.of());
    lives.end(person, on, deed);
    var families = new LinkedHashSet<PartyId>();
    for (var membership : members.familiesOf(person)) {
      if (membership.present()) {
        work.end(membership, on, Ending.DEATH, deed);
        families.add(membership.family());
      }
    }
    for (var tie : ties.of(person)) {
      if (tie.present() && (tie.bond().kind().endsWithDeath() || tie.bond() == Bond.SPOUSE)) {
        ties.end(tie.id(), tie.since() != null && on.isBefore(tie.since()) ? tie.since() : on, Tie.Ended.DEATH, deed);
      }
    }
    work.done("client.family.death", families, new LinkedHashSet<>(List.of(person)), DeedWork.detail(deed, on, "member", person));
    return deed;
  }
}
