package org.silah.dialogue;

import java.util.UUID;
import org.silah.kernel.Ids;

/** Identifies one message to one client. */
public record MessageId(UUID value) {

  public static MessageId next() {
    return new MessageId(Ids.next());
  }

  /** @throws IllegalArgumentException if {@code text} is not a UUID */
  public static MessageId of(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
