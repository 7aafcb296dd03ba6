package org.silah.constituents.documents;

import java.util.UUID;

/** Identifies a document of a client. */
record DocumentId(UUID value) {

  /** @throws IllegalArgumentException if {@code text} is not a UUID */
  public static DocumentId of(String text) {
    return new DocumentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
