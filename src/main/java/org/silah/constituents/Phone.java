package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PhoneNumber;

/** A number a client is called on. */
public record Phone(PhoneNumber number, @Nullable String label, String source, LocalDate asOf, @Nullable String recordedBy) {}
