package org.silah.giving;

import java.util.List;
import java.util.UUID;
import org.silah.constituents.merging.Merge;
import org.silah.constituents.merging.MergeFollower;
import org.silah.constituents.merging.MergeTraces;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gifts of a client who turned out to be another lie in the other's file, and the figures of both are counted anew. */
@Repository
@Order(20)
class MergedGifts implements MergeFollower {

  private static final String GIFT = "gift";

  private final JdbcClient db;
  private final Donors donors;
  private final MergeTraces traces;
  private final ApplicationEventPublisher events;

  MergedGifts(JdbcClient db, Donors donors, MergeTraces traces, ApplicationEventPublisher events) {
    this.db = db;
    this.donors = donors;
    this.traces = traces;
    this.events = events;
  }

  @Override
  public void follow(Merge merge) {
    donors.lock(merge.kept().value(), merge.gone().value());
    traces.moved(merge, GIFT, handOver(merge.gone().value(), merge.kept().value(), null));
    donors.recompute(merge.kept().value(), merge.gone().value());
    events.publishEvent(new GiftsHandedOver(merge.gone(), merge.kept()));
  }

  @Override
  public void comeBack(Merge merge) {
    donors.lock(merge.kept().value(), merge.gone().value());
    handOver(merge.kept().value(), merge.gone().value(), traces.moved(merge, GIFT).toArray(UUID[]::new));
    donors.recompute(merge.kept().value(), merge.gone().value());
    events.publishEvent(new GiftsHandedOver(merge.kept(), merge.gone()));
  }

  private List<UUID> handOver(UUID from, UUID to, UUID @org.jspecify.annotations.Nullable [] which) {
    return db.sql("select giving.hand_over(?, ?, ?::uuid[])").params(from, to, which).query(UUID.class).list();
  }
}
