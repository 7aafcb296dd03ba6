package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.silah.access.Actors;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients are and were to the charity. The store of {@code constituents.party_role}. */
@Repository
class ClientRoles {

  private final JdbcClient db;
  private final Actors actors;
  private final Clock clock;

  ClientRoles(JdbcClient db, Actors actors, Clock clock) {
    this.db = db;
    this.actors = actors;
    this.clock = clock;
  }

  /** False if the client holds the role already. */
  boolean take(PartyId party, ClientRole role, LocalDate since, String source) {
    return db.sql("""
        insert into constituents.party_role (id, party_id, role, started_on, source, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (party_id, role) where ended_on is null do nothing""")
        .params(Ids.next(), party.value(), role.code(), since, source, Timestamp.from(clock.instant()), actors.current().code())
        .update() > 0;
  }
}
