package org.silah.insight;

import java.util.Map;

/** Of the households that gave 24 to 12 months ago, how many gave again in the last 12. */
record Retention(long retained, long lapsed) {

  static Retention now(Map<Figure, Members.Count> counts) {
    return new Retention(counts.get(Figure.RETAINED).parties(), counts.get(Figure.LAPSED).parties());
  }

  static Retention aYearAgo(Map<Figure, Members.Count> counts) {
    return new Retention(counts.get(Figure.RETAINED_BEFORE).parties(), counts.get(Figure.LAPSED_BEFORE).parties());
  }

  /** Whether there were any households to keep. */
  boolean known() {
    return retained + lapsed > 0;
  }

  /** From 0 to 1. */
  double rate() {
    return known() ? (double) retained / (retained + lapsed) : 0;
  }
}
