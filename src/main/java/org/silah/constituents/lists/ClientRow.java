package org.silah.constituents.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    List<ClientRole> roles, @Nullable PhoneNumber phone, UUID branch) {

  String kindKey() {
    return "constituents.kind." + (bearing == null ? kind.code() : bearing.code());
  }

  /** Its place in either order of the list. */
  String cursor() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((id + nameKey).getBytes(StandardCharsets.UTF_8));
  }
}
