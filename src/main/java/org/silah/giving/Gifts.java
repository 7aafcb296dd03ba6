package org.silah.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All gifts and their reversals, one by one. */
@Repository
class Gifts {

  private final JdbcClient db;

  Gifts(JdbcClient db) {
    this.db = db;
  }

  void add(Gift gift) {
    db.sql("""
        insert into giving.gift (id, party_id, amount_minor, currency, base_minor, given_on, hijri_year, purpose, designation, channel,
          recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(gift.id().value(), gift.giver().value(), gift.amount().minor(), gift.amount().currency().getCurrencyCode(), gift.base().minor(),
            gift.givenOn(), HijriDate.from(gift.givenOn()).year(), gift.purpose().code(), gift.designation(), gift.channel().code(),
            Timestamp.from(gift.recordedAt()), gift.recordedBy())
        .update();
  }

  /** @param own the charity's currency, which base amounts are in */
  Optional<Gift> find(GiftId id, Currency own) {
    return db.sql("""
        select g.*, r.reason, r.reversed_at, r.reversed_by
        from giving.gift g
        left join giving.gift_reversal r on r.gift_id = g.id
        where g.id = ?""")
        .param(id.value()).query((row, _) -> read(row, own)).optional();
  }

  /** @throws AlreadyReversed if someone else was quicker */
  void addReversal(GiftId id, Gift.Status.Reversed reversal) {
    var added = db.sql("""
        insert into giving.gift_reversal (gift_id, reason, reversed_at, reversed_by)
        values (?, ?, ?, ?)
        on conflict (gift_id) do nothing""")
        .params(id.value(), reversal.reason(), Timestamp.from(reversal.at()), reversal.by())
        .update();
    if (added == 0) {
      throw new AlreadyReversed();
    }
  }

  static Gift read(ResultSet row, Currency own) throws SQLException {
    return new Gift(
        new GiftId(row.getObject("id", UUID.class)),
        new PartyId(row.getObject("party_id", UUID.class)),
        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
        new Money(row.getLong("base_minor"), own),
        row.getObject("given_on", LocalDate.class),
        Purpose.of(row.getString("purpose")),
        row.getString("designation"),
        GiftChannel.of(row.getString("channel")),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"),
        row.getObject("import_id", UUID.class),
        status(row));
  }

  static Gift.Status status(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return reason == null
        ? new Gift.Status.Received()
        : new Gift.Status.Reversed(reason, row.getTimestamp("reversed_at").toInstant(), row.getString("reversed_by"));
  }
}
