package org.silah.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.silah.access.Institutions;
import org.silah.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other currencies are worth in the charity's own. The only class that touches {@code giving.exchange_rate}, imports apart. */
@Repository
class Rates {

  private final JdbcClient db;
  private final Institutions institutions;

  Rates(JdbcClient db, Institutions institutions) {
    this.db = db;
    this.institutions = institutions;
  }

  /**
   * {@code amount} in the charity's own currency.
   *
   * @throws NoExchangeRate if the charity keeps none for that day
   */
  Money inOwn(Money amount, LocalDate day) {
    var own = institutions.charity().currency();
    if (amount.currency().equals(own)) {
      return amount;
    }
    return amount.convert(of(amount.currency(), day).orElseThrow(() -> new NoExchangeRate(amount.currency(), day)), own);
  }

  private Optional<BigDecimal> of(Currency currency, LocalDate day) {
    return db.sql("""
        select rate
        from giving.exchange_rate
        where base = ? and currency = ? and from_day <= ?
        order by from_day desc
        limit 1""")
        .params(institutions.charity().currency().getCurrencyCode(), currency.getCurrencyCode(), day)
        .query(BigDecimal.class).optional();
  }
}
