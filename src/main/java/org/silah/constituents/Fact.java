package org.silah.constituents;

import java.time.LocalDate;

/**
 * What is known of one field, from where, and since when.
 *
 * @param value empty where the field is sensitive and nobody asked to look
 */
public record Fact(Field field, String value, String source, LocalDate asOf) {

  boolean isWithheld() {
    return field.sensitive() != null && value.isEmpty();
  }
}
