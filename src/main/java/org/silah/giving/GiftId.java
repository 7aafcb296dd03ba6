package org.silah.giving;

import java.util.UUID;
import org.silah.kernel.Ids;

/** Identifies a gift. */
public record GiftId(UUID value) {

  public static GiftId next() {
    return new GiftId(Ids.next());
  }

  /** @throws IllegalArgumentException if {@code text} is not a UUID */
  public static GiftId of(String text) {
    return new GiftId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
