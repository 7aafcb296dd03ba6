package org.silah.constituents;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.silah.access.Hidden;
import org.silah.access.Sights;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which clients whoever acts may see. Every list of clients, or of what belongs to clients, asks here for the condition that cuts it; for
 * who sees the whole charity there is none, and its SQL is as if there were no branches.
 */
@Component
public class Seen implements Hidden {

  private final JdbcClient db;
  private final Sights sights;

  Seen(JdbcClient db, Sights sights) {
    this.db = db;
    this.sights = sights;
  }

  /** Goes behind another condition on {@code constituents.party p}. */
  public Sql only() {
    var sight = sights.current();
    return sight.isWhole() ? Sql.of("") : Sql.of("and p.seen_by && ?::uuid[]", (Object) sight.array());
  }

  /** Goes behind another condition on a table of ours that says whose a row is in its column {@code party_id}. */
  public Sql onlyTheirs() {
    var sight = sights.current();
    return sight.isWhole()
        ? Sql.of("")
        : Sql.of("and exists (select 1 from constituents.party p where p.id = party_id and p.seen_by && ?::uuid[])", (Object) sight.array());
  }

  public boolean isWhole() {
    return sights.current().isWhole();
  }

  /** Also for one who was removed. */
  @Override
  public boolean isInSight(UUID party) {
    var query = Sql.of("select p.id from constituents.party p where p.id = ?", party).append(only());
    return !db.sql(query.text()).params(query.values()).query(UUID.class).list().isEmpty();
  }

  @Override
  public Set<String> words() {
    return Set.of("clients");
  }

  /** Those of them that are in sight. */
  public Set<UUID> among(Collection<UUID> parties) {
    var query = Sql.of("select p.id from constituents.party p where p.id = any (?)", (Object) parties.toArray(UUID[]::new)).append(only());
    return Set.copyOf(db.sql(query.text()).params(query.values()).query(UUID.class).list());
  }

  /** Whom to ask about a client who is out of sight. */
  UUID homeOf(PartyId party) {
    return db.sql("select home_branch_id from constituents.party where id = ?").param(party.value()).query(UUID.class).single();
  }
}
