package org.silah.insight;

import java.time.LocalDate;
import java.util.TreeMap;
import org.silah.access.Institutions;
import org.silah.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in each day, live from the sums that giving keeps. */
@Repository
class RaisedDays {

  private final JdbcClient db;
  private final Institutions institutions;

  RaisedDays(JdbcClient db, Institutions institutions) {
    this.db = db;
    this.institutions = institutions;
  }

  Raised between(Days days) {
    var minor = new TreeMap<LocalDate, Long>();
    db.sql("select given_on, base_minor from published.day_total where given_on between ? and ?")
        .params(days.from(), days.to())
        .query(row -> {
          minor.put(row.getObject("given_on", LocalDate.class), row.getLong("base_minor"));
        });
    return new Raised(minor, Money.zero(institutions.charity().currency()));
  }
}
