package org.silah.constituents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers clients are known by elsewhere. The store of {@code constituents.identity}. */
@Repository
class Identities {

  private final JdbcClient db;
  private final Recording recording;

  Identities(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
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
        .params(identity.kind().code(), identity.issuer(), identity.number(), party.value(), source, recording.today(), recording.at(),
            recording.by())
        .update();
    if (added == 0 && !holder(identity).orElse(party).equals(party)) {
      throw new IdentityTaken(holder(identity).orElseThrow());
    }
    return added > 0;
  }

  boolean remove(PartyId party, Identity identity) {
    return db.sql("delete from constituents.identity where party_id = ? and number = ? and kind = ? and issuer = ?")
        .params(party.value(), identity.number(), identity.kind().code(), identity.issuer())
        .update() > 0;
  }

  Optional<PartyId> holder(Identity identity) {
    return db.sql("select party_id from constituents.identity where number = ? and kind = ? and issuer = ?")
        .params(identity.number(), identity.kind().code(), identity.issuer())
        .query(UUID.class)
        .optional()
        .map(PartyId::new);
  }

  List<HeldIdentity> of(PartyId party) {
    return db.sql("select * from constituents.identity where party_id = ? order by kind, issuer, number")
        .param(party.value())
        .query((row, _) -> new HeldIdentity(
            new Identity(IdentityKind.of(row.getString("kind")), row.getString("issuer"), row.getString("number")),
            row.getString("source"),
            row.getDate("as_of").toLocalDate()))
        .list();
  }
}
