package org.silah.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The run of a figure in the space of a word, the earliest first. */
public record ChartSpark(String title, List<Double> values) {

  private static final int SIDE = 100;

  String line(Language language) {
    double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return IntStream.range(0, values.size())
        .mapToObj(i -> String.format(Locale.ROOT, "%.1f %.1f", x(i, language), y(values.get(i), greatest)))
        .collect(Collectors.joining(" L", "M", ""));
  }

  String area(Language language) {
    return line(language) + String.format(Locale.ROOT, " L%.1f %d L%.1f %d Z", x(values.size() - 1, language), SIDE, x(0, language), SIDE);
  }

  private double x(int index, Language language) {
    double x = values.size() < 2 ? 0 : (double) SIDE * index / (values.size() - 1);
    return language.rightToLeft() ? SIDE - x : x;
  }

  private static double y(double value, double greatest) {
    return greatest <= 0 ? SIDE : SIDE - (SIDE - 6) * value / greatest;
  }
}
