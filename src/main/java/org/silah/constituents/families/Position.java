package org.silah.constituents.families;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is in a family. */
public enum Position {
  HEAD, SPOUSE, CHILD, DEPENDANT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Position of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
