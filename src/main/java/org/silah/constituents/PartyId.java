package org.silah.constituents;

import java.util.UUID;
import org.silah.kernel.Ids;

/** Identifies a client of any kind. */
public record PartyId(UUID value) {

  public static PartyId next() {
    return new PartyId(Ids.next());
  }

  /** @throws IllegalArgumentException if {@code text} is not a UUID */
  public static PartyId of(String text) {
    return new PartyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
