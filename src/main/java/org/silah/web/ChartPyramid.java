package org.silah.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A triangle cut into layers whose areas are as their shares, the narrow top first, with a line from each to the row of
 * words that stands beside it.
 */
public record ChartPyramid(String title, String description, List<Layer> layers) {

  /**
   * @param style class of its colour
   * @param share area, of 1; the shares add up to 1
   * @param told what the pointer and the screen reader meet
   * @param link page with what the layer is made of
   */
  public record Layer(String style, double share, String told, @Nullable String link) {}

  /** @param points corners in a square of 100, stretched over the picture */
  record Drawn(Layer layer, String points, Leader leader) {}

  /** From the layer's edge to the middle of its row, in percent of the picture. */
  record Leader(double x1, double y1, double x2, double y2) {}

  /** How much of the picture's width the triangle takes; the rest is for the lines. */
  static final double WIDTH = 82;

  List<Drawn> draw(Language language) {
    var drawn = new ArrayList<Drawn>();
    double above = 0;
    for (int i = 0; i < layers.size(); i++) {
      double below = Math.min(1, above + layers.get(i).share);
      // of a triangle, the part above a cut has as area the square of the cut's depth
      double top = Math.sqrt(above), bottom = Math.sqrt(below);
      drawn.add(new Drawn(layers.get(i), corners(top, bottom), leader(i, (top + bottom) / 2, language)));
      above = below;
    }
    return drawn;
  }

  private static String corners(double top, double bottom) {
    return String.format(Locale.ROOT, "%.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f", 50 - 50 * top, 100 * top, 50 + 50 * top, 100 * top,
        50 + 50 * bottom, 100 * bottom, 50 - 50 * bottom, 100 * bottom);
  }

  private Leader leader(int row, double depth, Language language) {
    double edge = WIDTH * (0.5 + depth / 2);
    double middle = 100.0 * (row + 0.5) / layers.size();
    return new Leader(
        ChartPlace.across(language, edge, 0), ChartPlace.round(100 * depth), ChartPlace.across(language, 100, 0), ChartPlace.round(middle));
  }

  double triangleAt(Language language) {
    return ChartPlace.across(language, 0, WIDTH);
  }
}
