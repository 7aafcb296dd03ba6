package org.silah.segments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The five layers of the pyramid of donors, the narrow top first. */
public enum ValueClass {
  TOP, MAJOR, MIDDLE, SMALL, LEAST;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of its colour in the style sheet. */
  public String style() {
    return "of-" + code();
  }

  /** Message key of its name. */
  public String key() {
    return "segments.class." + code();
  }

  /** @throws IllegalArgumentException if there is no such class */
  public static ValueClass of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
