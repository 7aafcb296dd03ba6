package org.silah.constituents.duplicates;

import java.util.List;
import org.silah.constituents.merging.ClientsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was proposed of two clients who became one is answered. The follower proposes anew what the one client is like. */
@Component
class MergedProposals {

  private final Proposals proposals;

  MergedProposals(Proposals proposals) {
    this.proposals = proposals;
  }

  @EventListener
  void on(ClientsMerged event) {
    proposals.withdraw(List.of(event.party().value(), event.gone().value()));
  }
}
