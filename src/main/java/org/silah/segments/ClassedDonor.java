package org.silah.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;

/** A donor as the list of a class shows one. */
record ClassedDonor(PartyId id, long fileNumber, String name, long value, Instant since, @Nullable ValueClass movedFrom) {

  /** Where the page after this donor begins. */
  String cursor() {
    return value + "_" + id;
  }
}
