package org.silah.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.constituents.TimelineSource;
import org.silah.kernel.Money;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gifts and reversals on the timeline of their giver. A gift written down later than its day stands at noon of that day. */
@Component
class GiftTimeline implements TimelineSource {

  private final JdbcClient db;
  private final Institutions institutions;
  private final Onlooker onlooker;

  GiftTimeline(JdbcClient db, Institutions institutions, Onlooker onlooker) {
    this.db = db;
    this.institutions = institutions;
    this.onlooker = onlooker;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    if (!onlooker.maySeeGifts()) {
      return List.of();
    }
    var zone = institutions.charity().timeZone();
    return db.sql("""
        select *
        from (
          select g.id, g.amount_minor, g.currency, g.purpose, g.designation, null as reason,
            case when (g.recorded_at at time zone :zone)::date = g.given_on then g.recorded_at
              else (g.given_on + time '12:00') at time zone :zone end as at
          from (
            (select *
            from giving.gift
            where party_id = :party and given_on = :day)
            union all
            (select *
            from giving.gift
            where party_id = :party and given_on < :day
            order by given_on desc
            fetch first :limit rows with ties)) g
          union all
          select g.id, g.amount_minor, g.currency, g.purpose, g.designation, r.reason, r.reversed_at
          from giving.gift g
          join giving.gift_reversal r on r.gift_id = g.id
          where g.party_id = :party
        ) happened
        where at < :before
        order by at desc
        fetch first :limit rows with ties""")
        .param("zone", zone.getId()).param("party", party.value()).param("before", Timestamp.from(before)).param("limit", limit)
        // a gift stands somewhere in its day
        .param("day", LocalDate.ofInstant(before, zone))
        .query((row, _) -> entry(row, words)).list();
  }

  private static Entry entry(ResultSet row, Words words) throws SQLException {
    var amount = new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency")));
    var told = words.amount(amount) + " " + Currencies.name(amount.currency(), words.language());
    var reason = row.getString("reason");
    var link = "/gifts/" + row.getObject("id", UUID.class);
    var at = row.getTimestamp("at").toInstant();
    return reason == null
        ? new Entry(at, "gift", words.get("giving.timeline.gave", told), purpose(row, words), link)
        : new Entry(at, "arrow-back-up", words.get("giving.timeline.reversed", told), Reasons.told(reason, words), link);
  }

  private static @Nullable String purpose(ResultSet row, Words words) throws SQLException {
    var purpose = words.get(Purpose.of(row.getString("purpose")).key());
    var designation = row.getString("designation");
    return designation == null ? purpose : purpose + " · " + designation;
  }
}
