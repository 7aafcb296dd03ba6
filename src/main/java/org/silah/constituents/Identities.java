package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers clients are known by elsewhere. The store of {@code constituents.identity}. */
@Repository
class Identities {

  private final JdbcClient db;
  private final Institutions institutions;
  private final Actors actors;
  private final Clock clock;

  Identities(JdbcClient db, Institutions institutions, Actors actors, Clock clock) {
    this.db = db;
    this.institutions = institutions;
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * False if the client has this number already.
   *
   * @throws IdentityTaken if another client has it
   */
  boolean add(PartyId party, Identity identity, String source) {
    int added = db.sql("""
        insert into constituents.identity (kind, issuer, number, party_id, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(identity.kind().code(), identity.issuer(), identity.number(), party.value(), source, institutions.today(),
            Timestamp.from(clock.instant()), actors.current().code())
        .update();
    if (added == 0 && !holder(identity).orElse(party).equals(party)) {
      throw new IdentityTaken(holder(identity).orElseThrow());
    }
    return added > 0;
  }

  Optional<PartyId> holder(Identity identity) {
    return db.sql("select party_id from constituents.identity where number = ? and kind = ? and issuer = ?")
        .params(identity.number(), identity.kind().code(), identity.issuer())
        .query(UUID.class)
        .optional()
        .map(PartyId::new);
  }
}
