package org.silah.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bars in groups, a group for each period, the earliest first.
 *
 * @param periods what the groups are: the first heading of the table
 * @param series what the bars of a group mean, in their order
 * @param axis how a value is written beside the axis, shortly
 */
public record ChartBars(
    String title, String description, String periods, List<String> series, List<Group> groups, DoubleFunction<String> axis) {

  /** @param shortly what stands under the bars */
  public record Group(String label, String shortly, List<Bar> bars) {}

  /**
   * @param text the value in the table
   * @param told period, series and value: what the pointer and the screen reader meet
   * @param link page with the rows behind it
   */
  public record Bar(double size, String text, String told, @Nullable String link) {}

  record Drawing(List<Mark> marks, List<Column> columns) {}

  record Mark(double y, String text) {}

  /** @param lines the words under the bars, one below the other */
  record Column(List<String> lines, double middle, boolean everyOther, List<Drawn> bars) {}

  record Drawn(double x, double y, double width, double height, int series, Bar bar) {}

  private static final double FILLED = 0.7;

  Drawing draw(Language language) {
    var greatest = groups.stream().flatMap(group -> group.bars.stream()).mapToDouble(Bar::size).max().orElse(0);
    var scale = ChartScale.upTo(greatest);
    return new Drawing(
        scale.marks().stream().map(value -> new Mark(ChartPlace.down(scale.share(value)), axis.apply(value))).toList(),
        IntStream.range(0, groups.size()).mapToObj(i -> column(i, scale, language)).toList());
  }

  private Column column(int index, ChartScale scale, Language language) {
    var group = groups.get(index);
    double room = (100 - ChartPlace.AXIS) / groups.size();
    double start = ChartPlace.AXIS + index * room;
    double each = room * FILLED / group.bars.size();
    var drawn = new ArrayList<Drawn>();
    for (int i = 0; i < group.bars.size(); i++) {
      var bar = group.bars.get(i);
      double from = start + room * (1 - FILLED) / 2 + i * each;
      double y = ChartPlace.down(scale.share(bar.size));
      drawn.add(new Drawn(
          ChartPlace.across(language, from, each * 0.92), y, ChartPlace.round(each * 0.92), ChartPlace.round(ChartPlace.FLOOR - y), i + 1, bar));
    }
    boolean everyOther = (groups.size() - 1 - index) % 2 == 1;
    return new Column(List.of(group.shortly.split(" ")), ChartPlace.across(language, start + room / 2, 0), everyOther, drawn);
  }
}
