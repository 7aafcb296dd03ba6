package org.silah.constituents.lists;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What columns of the list tell of the clients of one page. Reads only. */
@Repository
class ClientDetails {

  private final JdbcClient db;
  private final Institutions institutions;

  ClientDetails(JdbcClient db, Institutions institutions) {
    this.db = db;
    this.institutions = institutions;
  }

  /** Of the newest address that is not under protection. */
  Map<PartyId, String> cities(Collection<PartyId> parties) {
    return texts(db.sql("""
        select distinct on (a.party_id) a.party_id, a.city
        from constituents.address a
        where a.party_id = any (?) and not a.protected and a.city is not null
        order by a.party_id, a.as_of desc, a.recorded_at desc""").param(ids(parties)));
  }

  Map<PartyId, String> emails(Collection<PartyId> parties) {
    return texts(db.sql("""
        select distinct on (e.party_id) e.party_id, e.address
        from constituents.email e
        where e.party_id = any (?)
        order by e.party_id, e.as_of desc, e.recorded_at desc, e.address""").param(ids(parties)));
  }

  Map<PartyId, LocalDate> added(Collection<PartyId> parties) {
    var added = new HashMap<PartyId, LocalDate>();
    db.sql("select p.id, (p.created_at at time zone ?)::date as day from constituents.party p where p.id = any (?)")
        .params(institutions.charity().timeZone().getId(), ids(parties))
        .query((ResultSet row) -> {
          added.put(new PartyId(row.getObject("id", UUID.class)), row.getObject("day", LocalDate.class));
        });
    return added;
  }

  private static Map<PartyId, String> texts(JdbcClient.StatementSpec query) {
    var texts = new HashMap<PartyId, String>();
    query.query((ResultSet row) -> {
      texts.put(new PartyId(row.getObject(1, UUID.class)), row.getString(2));
    });
    return texts;
  }

  private static UUID[] ids(Collection<PartyId> parties) {
    return parties.stream().map(PartyId::value).toArray(UUID[]::new);
  }
}
