package org.silah.web;

import java.util.Locale;

/**
 * How much of a whole.
 *
 * @param share of 1
 * @param text what stands in the middle
 */
public record ChartRing(String title, String description, double share, String text) {

  static final int RADIUS = 50;

  /** Length of the drawn part and of the rest of the circle. */
  String dashes() {
    double round = 2 * Math.PI * RADIUS;
    return String.format(Locale.ROOT, "%.2f %.2f", round * share, round);
  }
}
