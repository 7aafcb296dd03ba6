package org.silah.constituents.fields;

import java.time.LocalDate;

/** What is known of one field of a client, from where, and since when. */
record Held(CustomField field, FieldValue value, String source, LocalDate asOf) {}
