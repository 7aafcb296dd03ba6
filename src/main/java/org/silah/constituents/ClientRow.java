package org.silah.constituents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PhoneNumber;

/** A client in a list. */
record ClientRow(
    PartyId id, long fileNumber, ClientKind kind, @Nullable AgencyBearing bearing, String displayName, String nameKey, List<ClientRole> roles,
    @Nullable PhoneNumber phone) {

  String kindKey() {
    return "constituents.kind." + (bearing == null ? kind.code() : bearing.code());
  }

  /** Its place in either order of the list. */
  String cursor() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((id + nameKey).getBytes(StandardCharsets.UTF_8));
  }
}
