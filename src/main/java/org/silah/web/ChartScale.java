package org.silah.web;

import java.util.ArrayList;
import java.util.List;

/** A value axis from zero to a round number not below the greatest value, in three to five equal steps. */
record ChartScale(double top, double step) {

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  static ChartScale upTo(double greatest) {
    if (greatest <= 0) {
      return new ChartScale(1, 1);
    }
    double unit = Math.pow(10, Math.floor(Math.log10(greatest / 4)));
    for (double factor : ROUND) {
      double step = factor * unit;
      if (greatest <= 4 * step) {
        return new ChartScale(step * Math.ceil(greatest / step), step);
      }
    }
    throw new IllegalStateException("no scale for " + greatest);
  }

  List<Double> marks() {
    var marks = new ArrayList<Double>();
    for (int i = 0; i * step <= top + step / 2; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  /** 0 at zero, 1 at the top. */
  double share(double value) {
    return value / top;
  }
}
