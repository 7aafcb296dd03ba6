package org.silah.segments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code segments.pyramid_choice}. */
@Repository
class Choices {

  private final JdbcClient db;

  Choices(JdbcClient db) {
    this.db = db;
  }

  Choice current() {
    return db.sql("select measure, period, cuts from segments.pyramid_choice").query(Choices::read).single();
  }

  void set(Choice choice, Instant at, String by) {
    db.sql("update segments.pyramid_choice set measure = ?, period = ?, cuts = ?, chosen_at = ?, chosen_by = ?")
        .params(choice.measure(), choice.period().code(), choice.cuts().cumulative().toArray(Integer[]::new), at.atOffset(ZoneOffset.UTC), by)
        .update();
  }

  private static Choice read(ResultSet row, int index) throws SQLException {
    return new Choice(row.getString("measure"), Period.of(row.getString("period")), new Cuts(List.of((Integer[]) row.getArray("cuts").getArray())));
  }
}
