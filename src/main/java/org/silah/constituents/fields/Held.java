package org.silah.constituents.fields;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is known of one field of a client, from where, and since when.
 *
 * @param recordedAt when it was written down
 */
record Held(CustomField field, FieldValue value, String source, LocalDate asOf, Instant recordedAt) {}
