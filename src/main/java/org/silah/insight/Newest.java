package org.silah.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Money;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest gifts by their day, and the clients written down last, as far as they are in sight. Ids are of version 7, so their order is the order of writing. */
@Repository
class Newest {

  private final JdbcClient db;
  private final Seen seen;

  Newest(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  record NewGift(UUID id, PartyId giver, String name, Money amount, LocalDate givenOn, String purpose) {}

  List<NewGift> gifts(int limit) {
    var query = Sql.of("""
        select g.id, g.party_id, p.display_name, g.amount_minor, g.currency, g.given_on, g.purpose
        from published.gift g
        join constituents.party p on p.id = g.party_id
        where true""")
        .append(seen.only())
        .append("order by g.given_on desc, g.id desc limit ?", limit);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new NewGift(row.getObject("id", UUID.class), new PartyId(row.getObject("party_id", UUID.class)),
            row.getString("display_name"), new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
            row.getObject("given_on", LocalDate.class), row.getString("purpose")))
        .list();
  }

  record NewClient(PartyId id, ClientKind kind, String name, long fileNumber, Instant addedAt) {}

  List<NewClient> clients(int limit) {
    var query = Sql.of("""
        select p.id, p.kind, p.display_name, p.file_number, p.created_at
        from constituents.party p
        where p.removed_at is null""")
        .append(seen.only())
        .append("order by p.id desc limit ?", limit);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new NewClient(new PartyId(row.getObject("id", UUID.class)), ClientKind.of(row.getString("kind")),
            row.getString("display_name"), row.getLong("file_number"), row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
