package org.silah.constituents.merging;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What one file says.
 *
 * @param value two that say the same have equal ones
 * @param shown in the reader's language
 * @param asOf when it was true
 */
public record Told(String value, String shown, String source, LocalDate asOf, Instant recordedAt) {}
