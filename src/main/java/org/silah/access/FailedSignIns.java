package org.silah.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often someone tried in vain, counted in the database so that it holds over all instances. A try is written down before the
 * password is looked at, so that a thousand at once count as well, and taken back when it was right. Whoever is held off is
 * told how long, and tries made meanwhile do not prolong it.
 */
@Repository
class FailedSignIns {

  /** For a name. */
  static final int MOST = 10;
  /** For an address: a whole charity may stand behind one, and whoever mistypes must not shut the others out. */
  static final int MOST_OF_A_PLACE = 100;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private final JdbcClient db;
  private final Clock clock;

  FailedSignIns(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Counts a try. @return how long to wait instead, if there were too many for this name or from this address */
  @Transactional
  Optional<Duration> begin(String username, String address) {
    // always in this order, so that two instances cannot wait for each other
    db.sql("select pg_advisory_xact_lock(hashtextextended(key, 1)) from (select unnest(array['name ' || ?, 'place ' || ?]) as key order by 1) k")
        .params(name(username), Address.of(address))
        .query((_, _) -> 0)
        .list();
    var now = clock.instant();
    var wait = wait(
        db.sql("select at from access.failed_sign_in where username = ? and at > ? order by at desc limit 1 offset ?"), name(username), MOST, now)
        .or(() -> wait(
            db.sql("select at from access.failed_sign_in where address = ? and at > ? order by at desc limit 1 offset ?"), Address.of(address),
            MOST_OF_A_PLACE, now));
    if (wait.isEmpty()) {
      db.sql("insert into access.failed_sign_in (at, username, address) values (?, ?, ?)")
          .params(Timestamp.from(now), name(username), Address.of(address))
          .update();
    }
    return wait;
  }

  /** The password was right: what this name failed before is forgotten. */
  void forgive(String username) {
    db.sql("delete from access.failed_sign_in where username = ?").param(name(username)).update();
  }

  int forgetBefore(Instant moment) {
    return db.sql("delete from access.failed_sign_in where at < ?").param(Timestamp.from(moment)).update();
  }

  private static Optional<Duration> wait(StatementSpec oldestThatCounts, String key, int most, Instant now) {
    return oldestThatCounts
        .params(key, Timestamp.from(now.minus(WINDOW)), most - 1)
        .query(Timestamp.class)
        .optional()
        .map(at -> Duration.between(now, at.toInstant().plus(WINDOW)));
  }

  private static String name(String username) {
    var name = username.strip().toLowerCase(Locale.ROOT);
    return name.substring(0, Math.min(name.length(), 100));
  }
}
