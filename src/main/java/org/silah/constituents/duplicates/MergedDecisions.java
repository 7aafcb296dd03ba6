package org.silah.constituents.duplicates;

import java.util.UUID;
import org.silah.constituents.merging.Merge;
import org.silah.constituents.merging.MergeFollower;
import org.silah.constituents.merging.MergeTraces;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever is another than the gone client is another than the kept one: what people decided holds for the one that both are now. */
@Component
@Order(40)
class MergedDecisions implements MergeFollower {

  private static final String DECISION = "duplicate_decision";

  private final Proposals proposals;
  private final MergeTraces traces;

  MergedDecisions(Proposals proposals, MergeTraces traces) {
    this.proposals = proposals;
    this.traces = traces;
  }

  @Override
  public void follow(Merge merge) {
    traces.moved(merge, DECISION, proposals.alsoApart(merge.kept().value(), merge.gone().value()));
  }

  @Override
  public void comeBack(Merge merge) {
    for (UUID other : traces.moved(merge, DECISION)) {
      proposals.undecide(merge.kept().value(), other);
    }
  }
}
