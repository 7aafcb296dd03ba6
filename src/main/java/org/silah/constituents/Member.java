package org.silah.constituents;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody's place in a family, seen from either side: {@code id} is the member of a family, or the family of a member. */
public record Member(PartyId id, String name, Position position, @Nullable LocalDate since, @Nullable LocalDate until) {

  public enum Position {
    HEAD, SPOUSE, CHILD, DEPENDANT;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Position of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
