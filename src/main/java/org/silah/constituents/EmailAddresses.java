package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where clients are written to. The store of {@code constituents.email}. */
@Repository
class EmailAddresses {

  private final JdbcClient db;
  private final Institutions institutions;
  private final Actors actors;
  private final Clock clock;

  EmailAddresses(JdbcClient db, Institutions institutions, Actors actors, Clock clock) {
    this.db = db;
    this.institutions = institutions;
    this.actors = actors;
    this.clock = clock;
  }

  /** False if the client has this address already. */
  boolean add(PartyId party, String address, @Nullable String label, String source) {
    return db.sql("""
        insert into constituents.email (party_id, address, label, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(party.value(), address, label, source, institutions.today(), Timestamp.from(clock.instant()), actors.current().code())
        .update() > 0;
  }

  /** The one most lately told to us. */
  Optional<String> newest(PartyId party) {
    return db.sql("""
        select e.address
        from constituents.email e
        where e.party_id = ?
        order by e.as_of desc, e.recorded_at desc, e.address
        limit 1""")
        .param(party.value())
        .query(String.class)
        .optional();
  }
}
