package org.silah.constituents.imports;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientRole;

/** The cells of one row, by field. A mistake in a cell is noted with its column, and the row fails with all its mistakes at once. */
public interface Cells {

  /** The text of the field's column without blanks around it; null if it is empty or the file has no such column. */
  @Nullable String text(String field);

  /**
   * What {@code parse} makes of the field's text. Null if there is none, or if it is {@link org.silah.kernel.Unreadable}:
   * then the mistake is noted.
   */
  default <T> @Nullable T read(String field, Function<String, T> parse) {
    var text = text(field);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (org.silah.kernel.Unreadable mistake) {
      wrong(field, mistake.code(), mistake.args());
      return null;
    }
  }

  /** The same, and an empty cell is a mistake too. */
  default <T> @Nullable T need(String field, Function<String, T> parse) {
    if (text(field) == null) {
      wrong(field, "constituents.import.wrong.missing");
    }
    return read(field, parse);
  }

  /** Notes a mistake; {@code key} is its sentence. */
  void wrong(String field, String key, @Nullable Object... args);

  /** Notes a mistake in one column, from 0, of a field that may have several. */
  void wrongAt(int column, String key, @Nullable Object... args);

  /** The client of this row holds {@code role}, and did so on {@code since} at the latest. */
  void holds(ClientRole role, LocalDate since);
}
