package org.silah.constituents.families;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody came to be in a family: known so from the start, or by an event; {@code POSITION} is another position of the same family. */
enum Beginning {
  KNOWN, BIRTH, MARRIAGE, JOINED, POSITION;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Beginning of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
