package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A number a client is known by elsewhere, and how we know. */
public record HeldIdentity(Identity identity, String source, LocalDate asOf, @Nullable String recordedBy) {}
