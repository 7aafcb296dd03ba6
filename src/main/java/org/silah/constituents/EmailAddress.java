package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An address a client is written to at. */
record EmailAddress(String address, @Nullable String label, String source, LocalDate asOf) {}
