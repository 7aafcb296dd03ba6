package org.silah.constituents.merging;

import java.util.Set;
import java.util.UUID;
import org.silah.access.Hidden;
import org.silah.constituents.Seen;
import org.springframework.stereotype.Component;

/** Who does not see the client that was kept does not see the merge. */
@Component
class MergesInSight implements Hidden {

  private final Merges merges;
  private final Seen seen;

  MergesInSight(Merges merges, Seen seen) {
    this.merges = merges;
    this.seen = seen;
  }

  @Override
  public Set<String> words() {
    return Set.of("merges");
  }

  @Override
  public boolean isInSight(UUID id) {
    return merges.find(id).filter(merge -> seen.isInSight(merge.kept().value())).isPresent();
  }
}
