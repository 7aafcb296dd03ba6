package org.silah.insight;

import java.time.LocalDate;

/** A stretch of days, both ends included. */
record Days(LocalDate from, LocalDate to) {

  /** The list of the gifts that came in on them. */
  String gifts() {
    return "/gifts?from=" + from + "&to=" + to + "&standing=received";
  }
}
