package org.silah.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the figures were counted last. */
@Repository
class CountRuns {

  private final JdbcClient db;

  CountRuns(JdbcClient db) {
    this.db = db;
  }

  /** @param ranking number of the pyramid's computation whose classes were surely seen, 0 for none */
  record Run(LocalDate asOf, Instant countedAt, Duration took, long ranking) {}

  Optional<Run> last() {
    return db.sql("select as_of, counted_at, took_ms, coalesce(ranking, 0) as ranking from insight.count_run")
        .query((row, _) -> new Run(row.getObject("as_of", LocalDate.class), row.getObject("counted_at", OffsetDateTime.class).toInstant(),
            Duration.ofMillis(row.getLong("took_ms")), row.getLong("ranking")))
        .optional();
  }
}
