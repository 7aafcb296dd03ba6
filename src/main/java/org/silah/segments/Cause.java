package org.silah.segments;

import java.util.Locale;

/** Why the pyramid was computed: gifts came or were reversed, a new day moved the period, the choice changed, somebody asked. */
enum Cause {
  GIFTS, DAY, CHOICE, ASKED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Cause of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
