package org.silah.constituents;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Known clients in sight that a new one may be: they share a phone, a number, or an e-mail and the name. Reads only. */
@Repository
class Likeness {

  private static final int SHOWN = 10;

  private final JdbcClient db;
  private final Seen seen;

  Likeness(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /** Each with what it shares. */
  List<Hit> to(NewClient client) {
    var query = Sql.of("""
        select distinct on (p.id) p.id, p.file_number, p.kind, p.display_name, p.latin_name, shared.what
        from (
          select i.party_id, i.number as what, 1 as weight
          from constituents.identity i
          where i.number = any (?)
          union all
          select f.party_id, f.e164, 2
          from constituents.phone f
          where f.e164 = any (?)
          union all
          select e.party_id, e.address, 3
          from constituents.email e
          join constituents.party named on named.id = e.party_id
          where lower(e.address) collate "C" = any (?) and named.name_key = ?) shared
        join constituents.party p on p.id = shared.party_id
        where p.removed_at is null""",
        client.identities().stream().map(Identity::number).toArray(String[]::new),
        client.phones().stream().map(PhoneNumber::e164).toArray(String[]::new),
        client.emails().stream().map(email -> email.toLowerCase(Locale.ROOT)).toArray(String[]::new),
        NameKeys.same(client.displayName()))
        .append(seen.only())
        .append("order by p.id, shared.weight limit ?", SHOWN);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Hit(
            new PartyId(row.getObject("id", UUID.class)), row.getLong("file_number"), ClientKind.of(row.getString("kind")),
            row.getString("display_name"), row.getString("latin_name"), row.getString("what")))
        .list();
  }
}
