package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.Merging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gifts of two clients who turn out to be one. */
@Charity
@SpringBootTest
@Import(Scene.class)
class MergedGiftsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Autowired Scene scene;
  @Autowired Giving giving;
  @Autowired Merging merging;
  @Autowired JdbcClient db;

  private long gifts(PartyId party) {
    return db.sql("select count(*) from giving.gift where party_id = ?").param(party.value()).query(Long.class).single();
  }

  @Test
  void giftsFollowAndComeBackAndTheFiguresWithThem() {
    var kept = scene.client("منيرة الأولى");
    var gone = scene.client("منيرة الثانية");
    giving.record(Scene.gift(kept, "100", DAY));
    giving.record(Scene.gift(gone, "250", DAY.minusDays(3)));
    var before = scene.summary(kept);
    var merge = merging.merge(kept, gone, Set.of());
    assertThat(scene.summary(kept)).isEqualTo(new Scene.Summary(2, 35_000, 25_000, DAY.minusDays(3), DAY));
    assertThat(scene.summary(gone)).isNull();
    giving.record(Scene.gift(gone, "50", DAY)); // by whoever had the former file open
    assertThat(gifts(gone)).isZero();
    assertThat(scene.summary(kept).gifts()).isEqualTo(3);
    merging.undo(merge);
    assertThat(gifts(gone)).isEqualTo(1);
    assertThat(scene.summary(gone)).isEqualTo(new Scene.Summary(1, 25_000, 25_000, DAY.minusDays(3), DAY.minusDays(3)));
    assertThat(scene.summary(kept)).isEqualTo(new Scene.Summary(before.gifts() + 1, 15_000, 10_000, DAY, DAY));
  }

  @Test
  void aGiftThatArrivesDuringAMergeIsNotLost() throws Exception {
    for (int round = 0; round < 8; round++) {
      var kept = scene.client("هيا الأولى");
      var gone = scene.client("هيا الثانية");
      var begin = new CountDownLatch(1);
      var all = new ArrayList<Future<?>>();
      try (var threads = Executors.newFixedThreadPool(5)) {
        for (int i = 0; i < 4; i++) {
          int desk = i;
          all.add(threads.submit((Callable<Void>) () -> {
            begin.await();
            for (int n = 0; n < 3; n++) {
              giving.record(Scene.gift(desk % 2 == 0 ? kept : gone, "10", DAY));
            }
            return null;
          }));
        }
        all.add(threads.submit(() -> {
          begin.await();
          return merging.merge(kept, gone, Set.of());
        }));
        begin.countDown();
        for (var one : all) {
          one.get();
        }
      }
      assertThat(gifts(gone)).isZero();
      assertThat(gifts(kept)).isEqualTo(12);
      assertThat(scene.summary(kept).baseMinor()).isEqualTo(12_000);
      assertThat(scene.summary(gone)).isNull();
    }
  }

  @Test
  void twoWhoMergeTheSamePairEitherWayRoundMakeOneMerge() throws Exception {
    for (int round = 0; round < 8; round++) {
      var one = scene.client("جواهر الأولى");
      var other = scene.client("جواهر الثانية");
      giving.record(Scene.gift(one, "10", DAY));
      giving.record(Scene.gift(other, "10", DAY));
      var begin = new CountDownLatch(1);
      int merged = 0;
      try (var threads = Executors.newFixedThreadPool(2)) {
        Callable<Boolean> there = () -> {
          begin.await();
          return merges(one, other);
        };
        Callable<Boolean> back = () -> {
          begin.await();
          return merges(other, one);
        };
        var first = threads.submit(there);
        var second = threads.submit(back);
        begin.countDown();
        merged = (first.get() ? 1 : 0) + (second.get() ? 1 : 0);
      }
      assertThat(merged).isEqualTo(1);
      assertThat(gifts(one) + gifts(other)).isEqualTo(2).isEqualTo(Math.max(gifts(one), gifts(other)));
    }
  }

  private boolean merges(PartyId kept, PartyId gone) {
    try {
      merging.merge(kept, gone, Set.of());
      return true;
    } catch (java.util.NoSuchElementException late) {
      return false;
    }
  }

  @Test
  void giftsOfClientsWhoWereNeverMergedDoNotGoOver() {
    var one = scene.client("دانة");
    var other = scene.client("لجين");
    giving.record(Scene.gift(one, "10", DAY));
    assertThatThrownBy(() -> db.sql("select giving.hand_over(?, ?, null)").params(one.value(), other.value()).query(java.util.UUID.class).list()).hasMessageContaining("merged");
    assertThat(gifts(one)).isEqualTo(1);
  }
}
