package org.silah.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.kernel.Money;
import org.silah.segments.ValueChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What came in each day, from the sums that giving keeps. The last days are read each time. The long past is kept in memory
 * until a gift changes it: one through this instance at once, one through another when the figures are next counted.
 */
@Repository
class RaisedDays {

  private static final int READ_EACH_TIME = 62;

  /** What was read of the days before {@code until}, when so many changes were known and the figures counted at that time. */
  private record Past(long changes, @Nullable Instant countedAt, Days days, NavigableMap<LocalDate, Long> minor) {}

  private final JdbcClient db;
  private final CountRuns runs;
  private final Institutions institutions;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Past past;

  RaisedDays(JdbcClient db, CountRuns runs, Institutions institutions) {
    this.db = db;
    this.runs = runs;
    this.institutions = institutions;
  }

  /**
   * Counted once others can read it. A transactional listener would be written to the log of events, which asks for a second
   * connection while the first is still held: as many gifts at once as there are connections would wait for each other.
   */
  @EventListener
  void changed(ValueChanged change) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      changes.incrementAndGet();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        changes.incrementAndGet();
      }
    });
  }

  Raised between(Days days) {
    var live = days.to().minusDays(READ_EACH_TIME);
    var minor = new TreeMap<>(past(new Days(days.from(), live.minusDays(1))));
    minor.putAll(read(new Days(live, days.to())));
    return new Raised(minor, Money.zero(institutions.charity().currency()));
  }

  private NavigableMap<LocalDate, Long> past(Days days) {
    var known = past;
    var countedAt = runs.last().map(CountRuns.Run::countedAt).orElse(null);
    if (known == null || known.changes != changes.get() || !Objects.equals(known.countedAt, countedAt) || !known.days.equals(days)) {
      // counted before reading: a change that comes in between makes this reading stale at once
      known = new Past(changes.get(), countedAt, days, read(days));
      past = known;
    }
    return known.minor;
  }

  private NavigableMap<LocalDate, Long> read(Days days) {
    var minor = new TreeMap<LocalDate, Long>();
    db.sql("select given_on, base_minor from published.day_total where given_on between ? and ?")
        .params(days.from(), days.to())
        .query(row -> {
          minor.put(row.getObject("given_on", LocalDate.class), row.getLong("base_minor"));
        });
    return minor;
  }
}
