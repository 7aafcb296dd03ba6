package org.silah.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pyramid as it was computed at a moment.
 *
 * @param classes all five, top first
 * @param topFifth what the first fifth of the donors brings together
 * @param curve the Pareto curve, at most 100 points
 */
public record PyramidRun(
    String measure, Period period, LocalDate asOf, Instant ranAt, long donors, long total, long topFifth, List<ClassFigure> classes,
    List<CurvePoint> curve) {

  /**
   * @param value what its donors bring together
   * @param lowest value of its last donor, null when nobody is in it
   */
  public record ClassFigure(ValueClass of, long donors, long value, @Nullable Long lowest) {}

  /** The first {@code donors} from the top bring {@code value} together. */
  public record CurvePoint(long donors, long value) {}

  /** Of all donors, from 0 to 1. */
  public double shareOfDonors(long some) {
    return donors == 0 ? 0 : (double) some / donors;
  }

  /** Of all value, from 0 to 1; 0 while there is none. */
  public double shareOfValue(long some) {
    return total == 0 ? 0 : (double) some / total;
  }

  /** The share of the value that the first fifth of the donors brings. */
  public double topFifthShare() {
    return shareOfValue(topFifth);
  }

  ClassFigure figure(ValueClass of) {
    return classes.get(of.ordinal());
  }

  /** How many donors stand above the class. */
  long above(ValueClass of) {
    return classes.subList(0, of.ordinal()).stream().mapToLong(ClassFigure::donors).sum();
  }
}
