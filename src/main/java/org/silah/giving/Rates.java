package org.silah.giving;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silah.access.Actors;
import org.silah.access.Institutions;
import org.silah.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other currencies are worth in the charity's own. */
@Repository
class Rates {

  /** As many as a rate may have. */
  private static final MathContext DIGITS = new MathContext(18, RoundingMode.HALF_EVEN);

  private final JdbcClient db;
  private final Institutions institutions;
  private final Actors actors;
  private final Clock clock;

  Rates(JdbcClient db, Institutions institutions, Actors actors, Clock clock) {
    this.db = db;
    this.institutions = institutions;
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * {@code amount} in the charity's own currency at the rate of {@code day}.
   *
   * @throws NoExchangeRate if the charity keeps none for that day
   */
  Money inOwn(Money amount, LocalDate day) {
    var own = institutions.charity().currency();
    if (amount.currency().equals(own)) {
      return amount;
    }
    return amount.convert(on(amount.currency(), day).orElseThrow(() -> new NoExchangeRate(amount.currency(), day)).rate(), own);
  }

  /** The rate that holds on {@code day}. */
  Optional<Rate> on(Currency currency, LocalDate day) {
    return db.sql("""
        select *
        from giving.exchange_rate
        where base = ? and currency = ? and from_day <= ?
        order by from_day desc
        limit 1""")
        .params(own(), currency.getCurrencyCode(), day).query(Rates::read).optional();
  }

  /** By currency, the newest first. */
  List<Rate> all() {
    return db.sql("""
        select *
        from giving.exchange_rate
        where base = ?
        order by currency, from_day desc""")
        .param(own()).query(Rates::read).list();
  }

  RateBook book() {
    return new RateBook(institutions.charity().currency(), all());
  }

  /** The currencies that a gift can be recorded in: the charity's own first. */
  List<Currency> currencies() {
    return db.sql("""
        select distinct currency, currency <> ? as foreign_money
        from (select currency from giving.exchange_rate where base = ? union all select ?::char(3)) known
        order by foreign_money, currency""")
        .params(own(), own(), own()).query((row, _) -> Currency.getInstance(row.getString("currency"))).list();
  }

  /** The rate that begins exactly on its day is replaced; gifts recorded before keep what they were worth. */
  void set(Rate rate) {
    db.sql("""
        insert into giving.exchange_rate (base, currency, from_day, rate, source, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (base, currency, from_day) do update
        set rate = excluded.rate, source = excluded.source, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by""")
        .params(own(), rate.currency().getCurrencyCode(), rate.fromDay(), rate.rate(), rate.source().code(), Timestamp.from(clock.instant()),
            actors.current().code())
        .update();
  }

  Optional<Rate> from(Currency currency, LocalDate day) {
    return on(currency, day).filter(rate -> rate.fromDay().equals(day));
  }

  void remove(Rate rate) {
    db.sql("delete from giving.exchange_rate where base = ? and currency = ? and from_day = ?")
        .params(own(), rate.currency().getCurrencyCode(), rate.fromDay()).update();
  }

  private String own() {
    return institutions.charity().currency().getCurrencyCode();
  }

  private static Rate read(ResultSet row, int index) throws SQLException {
    var rate = row.getBigDecimal("rate").stripTrailingZeros();
    return new Rate(
        Currency.getInstance(row.getString("currency")),
        row.getObject("from_day", LocalDate.class),
        rate.scale() < 0 ? rate.setScale(0) : rate,
        Rate.Source.of(row.getString("source")));
  }

  /**
   * At what rate {@code money} became {@code base} on {@code day}, which is not kept with a gift: the rate of that day, unless it was
   * changed since; then the one of the fewest digits that makes this of that, since no more can be told from rounded amounts.
   */
  BigDecimal used(Money money, Money base, LocalDate day) {
    return on(money.currency(), day).map(Rate::rate).filter(rate -> money.convert(rate, base.currency()).equals(base)).orElseGet(() -> between(money, base));
  }

  static BigDecimal between(Money money, Money base) {
    var exact = base.amount().divide(money.amount(), DIGITS);
    return IntStream.range(1, DIGITS.getPrecision())
        .mapToObj(digits -> exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)))
        .filter(rate -> money.convert(rate, base.currency()).equals(base))
        .findFirst().orElse(exact);
  }
}
