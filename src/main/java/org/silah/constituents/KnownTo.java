package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;

/**
 * That a client is known to a branch other than their own.
 *
 * @param until null as long as it lasts
 */
record KnownTo(Branch branch, LocalDate since, @Nullable LocalDate until, String reason) {}
