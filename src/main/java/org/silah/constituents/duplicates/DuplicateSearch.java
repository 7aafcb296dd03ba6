package org.silah.constituents.duplicates;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search of the whole base.
 *
 * @param done of {@code parts}
 */
record DuplicateSearch(UUID id, State state, int done, int parts, long clients, Instant begunAt, String begunBy, @Nullable Instant finishedAt) {

  enum State {
    LEARNING, SEARCHING, DONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
