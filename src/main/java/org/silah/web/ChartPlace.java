package org.silah.web;

/**
 * Where things stand on a chart. Across is percent of the width, so that text keeps its size however wide the chart is
 * drawn; down is pixels. Reading begins at the right in Arabic, and so do the axis and the first period.
 */
final class ChartPlace {

  static final int FLOOR = 212;
  static final int CEILING = 14;
  /** What the labels of the value axis take of the width. */
  static final double AXIS = 11;

  private ChartPlace() {}

  /** The edge of something {@code width} wide that begins {@code from} the side where reading begins. */
  static double across(Language language, double from, double width) {
    return round(language.rightToLeft() ? 100 - from - width : from);
  }

  /** @param share 0 at the floor, 1 at the ceiling */
  static double down(double share) {
    return round(FLOOR - share * (FLOOR - CEILING));
  }

  static double round(double position) {
    return Math.round(position * 100) / 100.0;
  }
}
