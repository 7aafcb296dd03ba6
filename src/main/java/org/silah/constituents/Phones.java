package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.silah.kernel.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers clients are called on; a family may share one. The store of {@code constituents.phone}. */
@Repository
class Phones {

  private final JdbcClient db;
  private final Institutions institutions;
  private final Actors actors;
  private final Clock clock;

  Phones(JdbcClient db, Institutions institutions, Actors actors, Clock clock) {
    this.db = db;
    this.institutions = institutions;
    this.actors = actors;
    this.clock = clock;
  }

  /** False if the client has this number already. */
  boolean add(PartyId party, PhoneNumber number, @Nullable String label, String source) {
    return db.sql("""
        insert into constituents.phone (party_id, e164, label, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(party.value(), number.e164(), label, source, institutions.today(), Timestamp.from(clock.instant()), actors.current().code())
        .update() > 0;
  }
}
