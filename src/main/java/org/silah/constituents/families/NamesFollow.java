package org.silah.constituents.families;

import org.silah.constituents.ClientRenamed;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A family that is called after its members is called otherwise when one of them is. Behind the member's own change, because a
 * deed holds families before members, and a change that held them the other way round could wait for it in a circle.
 */
@Component
class NamesFollow {

  private final FamilyMembers members;
  private final Naming naming;

  NamesFollow(FamilyMembers members, Naming naming) {
    this.members = members;
    this.naming = naming;
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(ClientRenamed renamed) {
    members.familiesOf(renamed.party()).stream().map(Membership::family).distinct().forEach(this::follow);
  }

  private void follow(PartyId family) {
    naming.follow(family);
  }
}
