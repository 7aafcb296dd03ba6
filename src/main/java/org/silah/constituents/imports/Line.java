package org.silah.constituents.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientRole;
import org.silah.kernel.Unreadable;

/** One row while it is read: its cells by field, what is wrong with it, what its client is to us. */
final class Line implements Cells {

  private static final int[] NONE = {};

  private final Map<String, int[]> places;
  private final String[] cells;
  private final List<RowProblem> problems = new ArrayList<>(0);
  private final Map<ClientRole, LocalDate> roles = new LinkedHashMap<>(2);

  private final @Nullable String among;
  private final @Nullable String key;

  Line(Map<String, int[]> places, String[] cells) {
    this(new ImportKind.Part(0, places, cells, null, null));
  }

  /** One client of several in a row. */
  Line(ImportKind.Part part) {
    this.places = part.places();
    this.cells = part.cells();
    this.among = part.among();
    this.key = part.key();
  }

  @Override
  public @Nullable String text(String field) {
    for (int column : places.getOrDefault(field, NONE)) {
      var text = text(column);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** All cells of a field that may have several columns; what is wrong in one is noted at that one. */
  void each(String field, Consumer<String> read) {
    for (int column : places.getOrDefault(field, NONE)) {
      var text = text(column);
      if (text != null) {
        try {
          read.accept(text);
        } catch (Unreadable mistake) {
          problems.add(RowProblem.at(column, mistake.code(), mistake.args()));
        }
      }
    }
  }

  private @Nullable String text(int column) {
    if (column >= cells.length) {
      return null;
    }
    var text = trimmed(cells[column]);
    return text.isEmpty() ? null : text;
  }

  /** Without blanks of any kind at the ends. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  @Override
  public void wrong(String field, String key, @Nullable Object... args) {
    var columns = places.getOrDefault(field, NONE);
    problems.add(RowProblem.at(columns.length == 0 ? RowProblem.WHOLE_ROW : columns[0], key, args));
  }

  @Override
  public void wrongAt(int column, String key, @Nullable Object... args) {
    problems.add(RowProblem.at(column, key, args));
  }

  void wrong(String key, @Nullable Object... args) {
    problems.add(RowProblem.at(RowProblem.WHOLE_ROW, key, args));
  }

  @Override
  public void holds(ClientRole role, LocalDate day) {
    roles.merge(role, day, (known, said) -> said.isBefore(known) ? said : known);
  }

  /** All roles that are known so far began on {@code day}. */
  void heldSince(LocalDate day) {
    roles.replaceAll((_, _) -> day);
  }

  /** Notes what is wrong with a part of this row, each mistake once; what is wrong with a word of ours is wrong with the row. */
  void takeProblems(Line part, int width) {
    for (var problem : part.problems) {
      var ours = problem.column() < width ? problem : new RowProblem(RowProblem.WHOLE_ROW, problem.key(), problem.args());
      if (!problems.contains(ours)) {
        problems.add(ours);
      }
    }
  }

  @Nullable String among() {
    return among;
  }

  @Nullable String key() {
    return key;
  }

  boolean has(String field) {
    return places.containsKey(field);
  }

  boolean isWrong() {
    return !problems.isEmpty();
  }

  List<RowProblem> problems() {
    return problems;
  }

  /** With the first day of each. */
  Map<ClientRole, LocalDate> roles() {
    return roles;
  }

  String[] cells() {
    return cells;
  }
}
