package org.silah.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL and the values for its {@code ?} marks, in order; a value may be null. Pieces combine, and a value is
 * never pasted into the text, so what a user asks for cannot become a statement.
 */
public record Sql(String text, List<@Nullable Object> values) {

  public static Sql of(String text, @Nullable Object... values) {
    return new Sql(text, Collections.unmodifiableList(Arrays.asList(values.clone())));
  }

  /**
   * The parts in brackets with {@code word} (such as {@code " and "}) between them.
   *
   * @throws IllegalArgumentException without parts, because what nothing means is for the caller to say
   */
  public static Sql join(String word, List<Sql> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("nothing to join");
    }
    return new Sql(
        parts.stream().map(Sql::text).collect(Collectors.joining(word, "(", ")")),
        parts.stream().flatMap(part -> part.values.stream()).toList());
  }

  /** This piece in place of the one {@code %s} in {@code frame}, which must be a constant of ours. */
  public Sql within(String frame) {
    int place = frame.indexOf("%s");
    if (place < 0 || frame.indexOf("%s", place + 2) >= 0) {
      throw new IllegalArgumentException("a frame has exactly one %s: " + frame);
    }
    return new Sql(frame.substring(0, place) + text + frame.substring(place + 2), values);
  }

  /** This piece, a space, and {@code next}. */
  public Sql append(Sql next) {
    var both = new ArrayList<@Nullable Object>(values);
    both.addAll(next.values);
    return new Sql(text + " " + next.text, Collections.unmodifiableList(both));
  }

  public Sql append(String text, @Nullable Object... values) {
    return append(of(text, values));
  }

  /** At most {@code rows} of it. The number stands in the text: told how few are wanted, PostgreSQL keeps the plan it made once. */
  public Sql limit(int rows) {
    return append("limit " + rows);
  }
}
