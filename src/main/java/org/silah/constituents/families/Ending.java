package org.silah.constituents.families;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** How somebody's time in a family ended; {@code POSITION} is not the end of it, but of one position. */
enum Ending {
  DEATH, MARRIAGE, DIVORCE, LEFT, OTHER, POSITION;

  /** Those by which somebody leaves; death and marriage are deeds of their own. */
  static final List<Ending> DEPARTURES = List.of(LEFT, DIVORCE, OTHER);

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Ending of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
