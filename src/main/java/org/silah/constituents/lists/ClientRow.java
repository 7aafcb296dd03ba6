package org.silah.constituents.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.AgencyBearing;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.PartyId;
import org.silah.kernel.PhoneNumber;

/** A client in a list. @param branch to which the client belongs */
record ClientRow(
    PartyId id, long fileNumber, ClientKind kind, @Nullable AgencyBearing bearing, String displayName, String nameKey, Client.@Nullable Gender gender,
    List<ClientRole> roles, @Nullable PhoneNumber phone, UUID branch, Instant updatedAt) {

  String kindKey() {
    return "constituents.kind." + (bearing == null ? kind.code() : bearing.code());
  }

  /** Its place in the list so ordered. */
  String cursor(Sort sort) {
    return new Place(id.value(), switch (sort) {
      case NAME, NAME_BACK, NEWEST, OLDEST -> nameKey;
      case NUMBER, NUMBER_BACK -> String.valueOf(fileNumber);
      case CHANGED, CHANGED_BACK -> updatedAt.toString();
    }).cursor();
  }
}
