package org.silah.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A curve over shares, from nothing to the whole on both axes, with the line of equality: a Pareto curve.
 *
 * @param across what the horizontal axis counts
 * @param up what the vertical axis counts
 * @param points from the least to the greatest {@code x}; the corner of nothing is added by itself
 * @param mark the point worth pointing at, null for none
 */
public record ChartCurve(String title, String description, String across, String up, List<Point> points, @Nullable Mark mark) {

  /** @param x share of 1, as {@code y} */
  public record Point(double x, double y) {}

  /** @param text what is said beside the point */
  public record Mark(Point point, String text) {}

  /** Percent and pixels on the whole chart. */
  record Spot(double x, double y) {}

  record Tick(double x, double y, double share) {}

  /** The side of the square that the line is drawn in before it is stretched over the chart. */
  private static final int SIDE = 1000;
  private static final double[] QUARTERS = {0, 0.25, 0.5, 0.75, 1};
  private static final double[] FIFTHS = {0, 0.2, 0.4, 0.6, 0.8, 1};

  String line(Language language) {
    return points.stream()
        .map(point -> String.format(Locale.ROOT, "L%.1f %.1f", along(language, point.x), SIDE - point.y * SIDE))
        .collect(Collectors.joining(" ", String.format(Locale.ROOT, "M%.1f %d ", along(language, 0), SIDE), ""));
  }

  /** The line, and back along the floor. */
  String area(Language language) {
    var end = points.isEmpty() ? 0 : points.getLast().x;
    return line(language) + String.format(Locale.ROOT, " L%.1f %d Z", along(language, end), SIDE);
  }

  String equality(Language language) {
    return String.format(Locale.ROOT, "M%.1f %d L%.1f 0", along(language, 0), SIDE, along(language, 1));
  }

  Spot spot(Point point, Language language) {
    double from = ChartPlace.AXIS + point.x * (100 - ChartPlace.AXIS);
    return new Spot(ChartPlace.across(language, from, 0), ChartPlace.down(point.y));
  }

  Spot origin(Language language) {
    return spot(new Point(0, 0), language);
  }

  List<Tick> ticksUp(Language language) {
    return java.util.Arrays.stream(QUARTERS).mapToObj(share -> tick(new Point(0, share), share, language)).toList();
  }

  List<Tick> ticksAcross(Language language) {
    return java.util.Arrays.stream(FIFTHS).mapToObj(share -> tick(new Point(share, 0), share, language)).toList();
  }

  /** Every tenth point, for the table: a hundred rows tell a reader no more. */
  List<Point> told() {
    return java.util.stream.IntStream.range(0, points.size())
        .filter(i -> points.size() <= 20 || (i + 1) % (points.size() / 10) == 0)
        .mapToObj(points::get).toList();
  }

  private Tick tick(Point point, double share, Language language) {
    var spot = spot(point, language);
    return new Tick(spot.x, spot.y, share);
  }

  private static double along(Language language, double x) {
    return (language.rightToLeft() ? 1 - x : x) * SIDE;
  }
}
