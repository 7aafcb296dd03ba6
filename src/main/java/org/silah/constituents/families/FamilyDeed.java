package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;

/**
 * What happened to a family, to be undone as one.
 *
 * @param opened the files it opened
 */
record FamilyDeed(UUID id, Kind kind, @Nullable LocalDate on, List<PartyId> opened) {

  enum Kind {
    JOINING, BIRTH, MARRIAGE, DEATH, DEPARTURE, HEADSHIP;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
