package org.silah.constituents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silah.access.Branches;
import org.silah.kernel.BrokenRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers clients are known by elsewhere. The store of {@code constituents.identity}. */
@Repository
class Identities {

  private final JdbcClient db;
  private final Branches branches;
  private final Seen seen;
  private final Recording recording;

  Identities(JdbcClient db, Branches branches, Seen seen, Recording recording) {
    this.db = db;
    this.branches = branches;
    this.seen = seen;
    this.recording = recording;
  }

  /**
   * False if the client has this number already.
   *
   * @throws IdentityTaken if another client has it
   * @throws KnownElsewhere if that client is out of sight
   */
  boolean add(PartyId party, Identity said, String source) {
    var identity = issued(said);
    int added = db.sql("""
        insert into constituents.identity (kind, issuer, number, party_id, source, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(identity.kind().code(), identity.issuer(), identity.number(), party.value(), source, recording.today(), recording.at(),
            recording.by())
        .update();
    if (added == 0 && !holder(identity).orElse(party).equals(party)) {
      throw taken(holder(identity).orElseThrow());
    }
    return added > 0;
  }

  /** A branch of ours gives its numbers by its code, whichever of its names was said. */
  private Identity issued(Identity said) {
    return said.kind() == IdentityKind.BRANCH_FILE
        ? branches.called(said.issuer()).map(branch -> new Identity(said.kind(), branch.code(), said.number())).orElse(said)
        : said;
  }

  private BrokenRule taken(PartyId holder) {
    return seen.isInSight(holder.value()) ? new IdentityTaken(holder) : new KnownElsewhere(branches.find(seen.homeOf(holder)).orElseThrow());
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
            row.getDate("as_of").toLocalDate(),
            row.getString("recorded_by")))
        .list();
  }
}
