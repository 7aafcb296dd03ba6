package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.silah.access.Institutions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How well a client is known, worked out whenever it is asked. Reads only. */
@Repository
public class Standings {

  private final JdbcClient db;
  private final Institutions institutions;

  Standings(JdbcClient db, Institutions institutions) {
    this.db = db;
    this.institutions = institutions;
  }

  /** Whether the client is in sight is for the caller to see to. */
  public Standing of(PartyId party) {
    return new Standing(db.sql("select * from constituents.knowledge_of(array[?::uuid], ?, ?) order by place")
        .params(party.value(), institutions.charity().timeZone().getId(), institutions.today())
        .query(Standings::read)
        .list());
  }

  private static Standing.Line read(ResultSet row, int index) throws SQLException {
    var asOf = row.getDate("as_of");
    var staleOn = row.getDate("stale_on");
    return new Standing.Line(
        row.getString("item"), ProfilePanel.Group.of(row.getString("part")), row.getInt("weight"), asOf == null ? null : asOf.toLocalDate(),
        staleOn == null ? null : staleOn.toLocalDate(), Standing.State.of(row.getString("state")), row.getBoolean("accurate"));
  }
}
