package org.silah.giving;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in each day. */
@Repository
class DayTotals {

  private static final int SLOTS = 16;

  private final JdbcClient db;

  DayTotals(JdbcClient db) {
    this.db = db;
  }

  void add(Gift gift) {
    add(gift.givenOn(), 1, gift.base().minor());
  }

  void subtract(Gift gift) {
    add(gift.givenOn(), -1, -gift.base().minor());
  }

  /** Any slot will do, since only their sum means something: writers seldom meet. */
  static int anySlot() {
    return ThreadLocalRandom.current().nextInt(SLOTS);
  }

  private void add(LocalDate day, int gifts, long base) {
    db.sql("""
        insert into giving.day_total as t (given_on, slot, gifts, base_minor)
        values (?, ?, ?, ?)
        on conflict (given_on, slot) do update
        set gifts = t.gifts + excluded.gifts, base_minor = t.base_minor + excluded.base_minor""")
        .params(day, anySlot(), gifts, base).update();
  }
}
