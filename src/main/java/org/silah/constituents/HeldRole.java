package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A role a client holds, or held until {@code until} for {@code endReason}. */
public record HeldRole(ClientRole role, LocalDate since, @Nullable LocalDate until, @Nullable String endReason, String source, @Nullable String recordedBy) {}
