package org.silah.access;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of {@code access.institution}. Another instance's change is seen within ten seconds. */
@Component
public class Institutions {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private record Read(Institution charity, Instant at) {}

  private final JdbcClient db;
  private final Clock clock;
  private volatile @Nullable Read last;

  Institutions(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  public Institution charity() {
    var read = last;
    if (read == null || read.at.plus(FRESH).isBefore(clock.instant())) {
      read = new Read(load(read), clock.instant());
      last = read;
    }
    return read.charity;
  }

  /** Today where the charity is. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(charity().timeZone()));
  }

  public void change(Institution charity) {
    db.sql("""
        update access.institution
        set name_ar = ?, name_en = ?, licence_number = ?, currency = ?, region = ?, time_zone = ?, public_url = ?, mail_from = ?, mail_reply_to = ?""")
        .params(charity.nameAr(), charity.nameEn(), charity.licenceNumber(), charity.currency().getCurrencyCode(), charity.region(),
            charity.timeZone().getId(), charity.publicUrl().toString(), charity.mailFrom(), charity.mailReplyTo())
        .update();
    last = null;
  }

  /** While the database is away the pages that say so still need the charity's name. */
  private Institution load(@Nullable Read known) {
    try {
      return db.sql("select * from access.institution").query((row, _) -> read(row)).single();
    } catch (DataAccessException away) {
      if (known == null) {
        throw away;
      }
      return known.charity;
    }
  }

  private static Institution read(ResultSet row) throws SQLException {
    return new Institution(
        row.getString("name_ar"),
        row.getString("name_en"),
        row.getString("licence_number"),
        Currency.getInstance(row.getString("currency")),
        row.getString("region"),
        ZoneId.of(row.getString("time_zone")),
        URI.create(row.getString("public_url")),
        row.getString("mail_from"),
        row.getString("mail_reply_to"));
  }
}
