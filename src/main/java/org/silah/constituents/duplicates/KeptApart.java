package org.silah.constituents.duplicates;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.text.Typed;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says that two who are alike are two. */
@Component
class KeptApart {

  static final int REASON = 500;

  private final Proposals proposals;
  private final Seen seen;
  private final Actors actors;
  private final Audit audit;

  KeptApart(Proposals proposals, Seen seen, Actors actors, Audit audit) {
    this.proposals = proposals;
    this.seen = seen;
    this.actors = actors;
    this.audit = audit;
  }

  /**
   * @throws NoSuchElementException if they are the same, or one of them is not there or out of sight
   * @throws Mistakes if no reason is given
   */
  @Transactional
  public void keepApart(UUID one, UUID other, String reason) {
    if (one.equals(other) || !seen.among(List.of(one, other)).containsAll(List.of(one, other))) {
      throw new NoSuchElementException();
    }
    var why = Typed.line(reason, REASON);
    if (why == null) {
      throw Mistakes.of("reason", "web.invalid.required");
    }
    proposals.keepApart(one, other, why, actors.current().code());
    audit.record("duplicates.apart", "client", new PartyId(one), Map.of("other", other.toString(), "reason", why));
  }
}
