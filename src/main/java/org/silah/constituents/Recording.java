package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.springframework.stereotype.Component;

/** Who writes something down about a client, and when: what each row keeps beside the fact. */
@Component
public class Recording {

  private final Actors actors;
  private final Institutions institutions;
  private final Clock clock;

  Recording(Actors actors, Institutions institutions, Clock clock) {
    this.actors = actors;
    this.institutions = institutions;
    this.clock = clock;
  }

  /** As for {@code recorded_by}. */
  public String by() {
    return actors.current().code();
  }

  /** To the microsecond, as PostgreSQL keeps it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public Timestamp at() {
    return Timestamp.from(now());
  }

  public LocalDate today() {
    return institutions.today();
  }
}
