package org.silah.segments;

import java.util.Map;

/** What the charity means by value, over which time, and where it cuts the classes. */
record Choice(String measure, Period period, Cuts cuts) {

  /** As the audit log keeps it. */
  Map<String, Object> facts() {
    return Map.of("measure", measure, "period", period.code(), "cuts", cuts.cumulative());
  }
}
