package org.silah.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Money;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gifts with their givers' names, as lists show them: those of givers in sight. Reads only. */
@Repository
class GiftRows {

  /** Beyond this many a list says "more than" instead of counting on. */
  static final int COUNTED = 10_000;
  private static final int FETCHED_AT_ONCE = 2_000;

  private static final String SELECT = """
      select g.id, g.party_id, p.file_number, p.display_name, g.amount_minor, g.currency, g.base_minor, g.given_on, g.purpose, g.designation,
        g.channel, g.recorded_at, r.reason, r.reversed_at, r.reversed_by
      from giving.gift g
      join constituents.party p on p.id = g.party_id
      left join giving.gift_reversal r on r.gift_id = g.id""";

  private final JdbcClient db;
  private final Seen seen;
  private final Institutions institutions;

  GiftRows(JdbcClient db, Seen seen, Institutions institutions) {
    this.db = db;
    this.seen = seen;
    this.institutions = institutions;
  }

  /** The last row of the page before: where its gift stands in the order of lists. */
  record Cursor(LocalDate givenOn, UUID id) {

    /** @throws IllegalArgumentException for a day on which nobody gives, least of all one that PostgreSQL does not know */
    Cursor {
      if (givenOn.getYear() < 1 || givenOn.getYear() > 9_999) {
        throw new IllegalArgumentException();
      }
    }

    /** Nothing for what is no cursor of ours: the list begins anew. */
    static Optional<Cursor> of(String text) {
      try {
        var parts = text.split("_", 2);
        return Optional.of(new Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }
  }

  /** Newest first. */
  List<GiftRow> page(GiftFilter filter, @Nullable Cursor after, int limit) {
    var query = Sql.of(SELECT).append("where").append(filter.where()).append(seen.only());
    if (after != null) {
      query = query.append("and (g.given_on, g.id) < (?, ?)", after.givenOn(), after.id());
    }
    query = query.append("order by g.given_on desc, g.id desc").limit(limit);
    return db.sql(query.text()).params(query.values()).query(reading()).list();
  }

  /** In the order of the list, without ever holding all of them. Needs a transaction. */
  void forEach(GiftFilter filter, Consumer<GiftRow> row) {
    var query = Sql.of(SELECT).append("where").append(filter.where()).append(seen.only()).append("order by g.given_on desc, g.id desc");
    var read = reading();
    db.sql(query.text()).withFetchSize(FETCHED_AT_ONCE).params(query.values()).query((ResultSet rows) -> {
      row.accept(read.mapRow(rows, 0));
    });
  }

  /** The gifts written down last, whenever they were given. */
  List<GiftRow> latest(int limit) {
    var query = Sql.of(SELECT).append("where true").append(seen.only()).append("order by g.id desc limit ?", limit);
    return db.sql(query.text()).params(query.values()).query(reading()).list();
  }

  Optional<GiftRow> find(String id) {
    var query = Sql.of(SELECT).append("where g.id = ?::uuid", id).append(seen.only());
    return db.sql(query.text()).params(query.values()).query(reading()).optional();
  }

  /** @param gifts {@link #COUNTED} when there are more: then the sum is unknown */
  record Total(long gifts, @Nullable Money sum) {}

  /** Of the gifts that count, when the filter admits any. */
  Total total(GiftFilter filter) {
    var received = filter.only(GiftFilter.Standing.RECEIVED);
    boolean counted = received.isPeriod() && seen.isWhole();
    var query = counted ? ofDays(received) : ofGifts(received);
    var own = institutions.charity().currency();
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Total(row.getLong("gifts"), row.getLong("gifts") >= COUNTED && !counted
            ? null : new Money(row.getLong("base_minor"), own)))
        .single();
  }

  private static Sql ofDays(GiftFilter filter) {
    return Sql.of("""
        select coalesce(sum(gifts), 0) as gifts, coalesce(sum(base_minor), 0) as base_minor
        from giving.day_total
        where given_on between coalesce(?::date, '-infinity') and coalesce(?::date, 'infinity')""", filter.from(), filter.to());
  }

  private Sql ofGifts(GiftFilter filter) {
    return filter.where().append(seen.isWhole() ? Sql.of("") : Sql.of("and exists (select 1 from constituents.party p where p.id = g.party_id").append(seen.only()).append(")")).within("""
        select count(*) as gifts, coalesce(sum(base_minor), 0) as base_minor
        from (
          select g.base_minor
          from giving.gift g
          left join giving.gift_reversal r on r.gift_id = g.id
          where %s
          limit\s""" + COUNTED + ") counted");
  }

  private org.springframework.jdbc.core.RowMapper<GiftRow> reading() {
    var own = institutions.charity().currency();
    return (row, _) -> read(row, own);
  }

  private static GiftRow read(ResultSet row, Currency own) throws SQLException {
    return new GiftRow(
        new GiftId(row.getObject("id", UUID.class)),
        new PartyId(row.getObject("party_id", UUID.class)),
        row.getLong("file_number"),
        row.getString("display_name"),
        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
        new Money(row.getLong("base_minor"), own),
        row.getObject("given_on", LocalDate.class),
        Purpose.of(row.getString("purpose")),
        row.getString("designation"),
        GiftChannel.of(row.getString("channel")),
        row.getTimestamp("recorded_at").toInstant(),
        Gifts.status(row));
  }
}
