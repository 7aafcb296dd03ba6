package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shown of clients where they are compared. Reads only. */
@Repository
class Sides {

  private final JdbcClient db;

  Sides(JdbcClient db) {
    this.db = db;
  }

  Map<UUID, Side> of(Collection<UUID> parties) {
    var sides = new HashMap<UUID, Side>();
    db.sql("""
        select p.id, p.file_number, p.kind, p.display_name, p.latin_name, p.birth_on, p.created_at,
          array(select f.e164 from constituents.phone f where f.party_id = p.id order by f.as_of desc, f.recorded_at desc, f.e164) as phones,
          array(select e.address from constituents.email e where e.party_id = p.id order by e.as_of desc, e.recorded_at desc, e.address) as emails,
          (select nullif(concat_ws(' · ', a.city, a.district), '') from constituents.address a
            where a.party_id = p.id and not a.protected order by a.as_of desc, a.recorded_at desc, a.id desc limit 1) as place
        from constituents.party p
        where p.id = any (?) and p.removed_at is null""")
        .param(parties.toArray(UUID[]::new))
        .query((ResultSet row) -> {
          sides.put(row.getObject("id", UUID.class), read(row));
        });
    return sides;
  }

  private static Side read(ResultSet row) throws SQLException {
    return new Side(
        new PartyId(row.getObject("id", UUID.class)), row.getLong("file_number"), ClientKind.of(row.getString("kind")), row.getString("display_name"),
        row.getString("latin_name"), row.getObject("birth_on", LocalDate.class), texts(row, "phones"), texts(row, "emails"), row.getString("place"),
        row.getTimestamp("created_at").toInstant());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
