package org.silah.giving;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;

/** Reads the fields of a form or request one by one, so that all their mistakes are told at once. */
final class Fields {

  private Fields() {}

  /** What {@code reading} makes of the field; null if it cannot, with the reason noted. */
  static <T> @Nullable T read(Mistakes mistakes, String field, Supplier<? extends @Nullable T> reading) {
    try {
      return reading.get();
    } catch (Unreadable unreadable) {
      mistakes.add(field, unreadable);
    } catch (BrokenRule rule) {
      mistakes.add(field, rule);
    }
    return null;
  }
}
