package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An address a client is written to at. */
public record EmailAddress(String address, @Nullable String label, String source, LocalDate asOf, @Nullable String recordedBy) {}
