package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Identity;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is shown of clients where they are compared. Reads only. */
@Repository
class Sides {

  /** Of a number that very many share, some. */
  private static final int MOST = 50;

  private final JdbcClient db;
  private final Seen seen;

  Sides(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /** Those in sight; who was removed is missing. */
  Map<UUID, Side> of(Collection<UUID> parties) {
    var sides = new HashMap<UUID, Side>();
    var query = Sql.of("""
        select p.id, p.file_number, p.kind, p.display_name, p.latin_name, p.birth_on, p.created_at,
          array(select f.e164 from constituents.phone f where f.party_id = p.id order by f.as_of desc, f.recorded_at desc, f.e164) as phones,
          array(select e.address from constituents.email e where e.party_id = p.id order by e.as_of desc, e.recorded_at desc, e.address) as emails,
          (select nullif(concat_ws(' · ', a.city, a.district), '') from constituents.address a
            where a.party_id = p.id and not a.protected order by a.as_of desc, a.recorded_at desc, a.id desc limit 1) as place
        from constituents.party p
        where p.id = any (?) and p.removed_at is null""", (Object) parties.toArray(UUID[]::new)).append(seen.only());
    db.sql(query.text()).params(query.values())
        .query((ResultSet row) -> {
          sides.put(row.getObject("id", UUID.class), read(row));
        });
    return sides;
  }

  /** Clients in sight who have an identity number or a phone of a new one, or an e-mail and the name, each with the message key of what they share. */
  Map<Side, String> sharing(NewClient client) {
    var shared = new LinkedHashMap<UUID, String>();
    db.sql("""
        select i.party_id, 'identity' as what
        from constituents.identity i
        where i.number = any (:numbers)
        union all
        select f.party_id, 'phone'
        from constituents.phone f
        where f.e164 = any (:phones)
        union all
        select e.party_id, 'email'
        from constituents.email e
        join constituents.party named on named.id = e.party_id
        where lower(e.address) collate "C" = any (:emails) and named.name_key = :name
        limit :limit""")
        .param("numbers", client.identities().stream().map(Identity::number).toArray(String[]::new))
        .param("phones", client.phones().stream().map(PhoneNumber::e164).toArray(String[]::new))
        .param("emails", client.emails().stream().map(email -> email.toLowerCase(Locale.ROOT)).toArray(String[]::new))
        .param("name", NameKeys.same(client.displayName()))
        .param("limit", MOST)
        .query((ResultSet row) -> {
          shared.putIfAbsent(row.getObject("party_id", UUID.class), "constituents.duplicates.reason." + row.getString("what") + ".same");
        });
    var sides = of(shared.keySet());
    var sharing = new LinkedHashMap<Side, String>();
    shared.forEach((party, key) -> {
      if (sides.containsKey(party)) {
        sharing.put(sides.get(party), key);
      }
    });
    return sharing;
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
