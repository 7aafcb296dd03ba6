package org.silah.giving;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Words;

/** What is wrong with something typed: a sentence beside each field. The first mistake of a field is the one told. */
final class Mistakes {

  private final Words words;
  private final Map<String, String> byField = new LinkedHashMap<>();

  Mistakes(Words words) {
    this.words = words;
  }

  /** What {@code reading} makes of the field; null if it cannot, with the reason noted. */
  <T> @Nullable T read(String field, Supplier<? extends @Nullable T> reading) {
    try {
      return reading.get();
    } catch (Unreadable unreadable) {
      byField.putIfAbsent(field, words.get(unreadable));
    } catch (BrokenRule rule) {
      byField.putIfAbsent(field, words.get(rule));
    }
    return null;
  }

  void note(String field, String key, Object... args) {
    byField.putIfAbsent(field, words.get(key, args));
  }

  boolean none() {
    return byField.isEmpty();
  }

  Map<String, String> byField() {
    return byField;
  }
}
