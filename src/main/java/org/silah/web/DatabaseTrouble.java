package org.silah.web;

import java.sql.SQLException;
import java.util.Set;

/** What a database's refusal means for the person who asked. */
enum DatabaseTrouble {
  NONE, AWAY, UNFIT_TEXT;

  /** Connection failures, operator intervention, too many connections. */
  private static final Set<String> AWAY_CLASSES = Set.of("08", "57", "53");
  /** U+0000 and half characters: PostgreSQL keeps neither. */
  private static final Set<String> UNFIT = Set.of("22021", "22P05");

  static DatabaseTrouble of(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        return of(refusal);
      }
    }
    return NONE;
  }

  private static DatabaseTrouble of(SQLException refusal) {
    var state = refusal.getSQLState();
    if (state == null) {
      return refusal instanceof java.sql.SQLTransientConnectionException ? AWAY : NONE;
    }
    if (UNFIT.contains(state)) {
      return UNFIT_TEXT;
    }
    return AWAY_CLASSES.contains(state.substring(0, 2)) ? AWAY : NONE;
  }
}
