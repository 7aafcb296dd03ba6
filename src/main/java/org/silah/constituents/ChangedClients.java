package org.silah.constituents;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients in the order of their last change, for who follows all changes: no further than all changes are committed. Reads only. */
@Repository
public class ChangedClients {

  /** How far somebody has followed. */
  public record Place(Timestamp updatedAt, UUID party) {}

  private final JdbcClient db;
  private final Underway underway;

  ChangedClients(JdbcClient db, Underway underway) {
    this.db = db;
    this.underway = underway;
  }

  /** At most {@code limit} behind {@code place}. */
  public List<Place> behind(Place place, int limit) {
    var settled = underway.settled();
    return db.sql("""
        select p.updated_at, p.id
        from constituents.party p
        where (p.updated_at, p.id) > (?, ?) and p.updated_at < ?
        order by p.updated_at, p.id
        limit ?""")
        .params(place.updatedAt, place.party, settled, limit)
        .query((row, _) -> new Place(row.getTimestamp("updated_at"), row.getObject("id", UUID.class)))
        .list();
  }
}
