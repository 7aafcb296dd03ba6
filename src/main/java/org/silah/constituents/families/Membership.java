package org.silah.constituents.families;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.PartyId;

/**
 * Somebody's time in a family, in one position.
 *
 * @param sharesAddress whether the member lives where the family does
 * @param begunBy the deed that began it
 */
record Membership(
    UUID id, PartyId family, String familyName, PartyId member, String name, @Nullable String latinName, Client.@Nullable Gender gender,
    @Nullable LocalDate birthOn, boolean deceased, Position position, @Nullable LocalDate since, Beginning began, @Nullable LocalDate until, @Nullable Ending ended,
    boolean sharesAddress, Instant recordedAt, UUID begunBy, @Nullable UUID endedBy) {

  boolean present() {
    return ended == null;
  }

  boolean is(Position position) {
    return this.position == position;
  }

  /** As messages choose between words for men and women. */
  String sex() {
    return gender == null ? "unknown" : gender.code();
  }

  boolean overlaps(Membership other) {
    return (until == null || other.since == null || other.since.isBefore(until))
        && (other.until == null || since == null || since.isBefore(other.until));
  }
}
