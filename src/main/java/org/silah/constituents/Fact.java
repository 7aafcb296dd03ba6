package org.silah.constituents;

import java.time.LocalDate;

/** What is known of one field, from where, and since when. */
record Fact(Field field, String value, String source, LocalDate asOf) {}
