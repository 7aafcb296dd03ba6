package org.silah.dialogue;

import java.util.UUID;
import org.silah.constituents.merging.Merge;
import org.silah.constituents.merging.MergeFollower;
import org.silah.constituents.merging.MergeTraces;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was and will be written to a client who turned out to be another is the other's. */
@Repository
@Order(30)
class MergedMessages implements MergeFollower {

  private static final String MESSAGE = "message";

  private final JdbcClient db;
  private final MergeTraces traces;

  MergedMessages(JdbcClient db, MergeTraces traces) {
    this.db = db;
    this.traces = traces;
  }

  @Override
  public void follow(Merge merge) {
    traces.moved(merge, MESSAGE, db.sql("update dialogue.message set party_id = ? where party_id = ? returning id")
        .params(merge.kept().value(), merge.gone().value())
        .query(UUID.class)
        .list());
  }

  @Override
  public void comeBack(Merge merge) {
    db.sql("update dialogue.message set party_id = ? where party_id = ? and id = any (?)")
        .params(merge.gone().value(), merge.kept().value(), traces.moved(merge, MESSAGE).toArray(UUID[]::new))
        .update();
  }
}
