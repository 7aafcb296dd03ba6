package org.silah.access;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Sql;

/** Which part of the log is looked at; null means all. @param subject an id */
record AuditFilter(@Nullable String actor, @Nullable String action, @Nullable String subject, @Nullable LocalDate day, ZoneId zone) {

  Sql sql() {
    List<Sql> parts = new ArrayList<>();
    parts.add(Sql.of("true"));
    if (actor != null) {
      parts.add(Sql.of("actor = ?", actor));
    }
    if (action != null) {
      parts.add(Sql.of("action = ?", action));
    }
    if (subject != null) {
      parts.add(Sql.of("subject = ?", subject));
    }
    if (day != null) {
      parts.add(Sql.of("at >= ? and at < ?", start(day), start(day.plusDays(1))));
    }
    return Sql.join(" and ", parts);
  }

  boolean any() {
    return actor != null || action != null || subject != null || day != null;
  }

  private Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(zone).toInstant());
  }
}
