package org.silah.dialogue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Connections on which PostgreSQL plans a statement once, for one that is said thousands of times and finds its rows by their
 * keys. Left to itself it compares each new plan with the price of the one it made when the tables were young, may find that
 * too high for as long as the connection lasts, and then plans every time, which takes longer than the statement. And what it
 * planned for an empty table must not read the whole of a full one.
 */
@Component
class PlannedOnce implements DisposableBean {

  private final HikariDataSource connections = new HikariDataSource();

  /** Opens none before one is asked for. */
  PlannedOnce(DataSource database) throws SQLException {
    database.unwrap(HikariDataSource.class).copyStateTo(connections);
    connections.setPoolName("planned-once");
    connections.setMaximumPoolSize(Bundled.AT_ONCE);
    connections.setMinimumIdle(0);
    connections.setIdleTimeout(Duration.ofMinutes(1).toMillis());
    connections.setConnectionInitSql("set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
  }

  /** Takes no part in the transactions of others. */
  JdbcClient client() {
    return JdbcClient.create(connections);
  }

  @Override
  public void destroy() {
    connections.close();
  }
}
