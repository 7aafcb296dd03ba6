package org.silah.constituents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one field, from where, and since when.
 *
 * @param value empty where the field is sensitive and nobody asked to look
 */
public record Fact(Field field, String value, String source, LocalDate asOf, Instant recordedAt, @Nullable String recordedBy) {

  boolean isWithheld() {
    return field.sensitive() != null && value.isEmpty();
  }
}
