package org.silah.constituents;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who a client is now that turned out to be another: links and numbers of the former file lead there. Reads only. */
@Repository
public class Successors {

  private final JdbcClient db;

  Successors(JdbcClient db) {
    this.db = db;
  }

  /** Nothing for whoever is still themselves. Who was merged may have been merged further. */
  public Optional<PartyId> of(PartyId party) {
    return db.sql("""
        with recursive way (id, next) as (
          select id, merged_into from constituents.party where id = ?
          union all
          select p.id, p.merged_into
          from way w
          join constituents.party p on p.id = w.next)
        select id from way where next is null and id <> ?""")
        .params(party.value(), party.value())
        .query(UUID.class)
        .optional()
        .map(PartyId::new);
  }

  /** The same, and until the transaction ends nobody makes another of the answer. */
  PartyId hold(PartyId party) {
    // whoever merges holds the row itself: the lock waits for them, and then sees what they did
    var next = db.sql("select merged_into from constituents.party where id = ? for key share")
        .param(party.value())
        .query((row, _) -> Optional.ofNullable(row.getObject("merged_into", UUID.class)))
        .optional();
    return next.flatMap(one -> one).map(PartyId::new).map(this::hold).orElse(party);
  }
}
