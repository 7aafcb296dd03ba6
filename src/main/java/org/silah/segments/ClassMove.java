package org.silah.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A donor went from one class to another.
 *
 * @param from null when the donor was classed for the first time, or again after having left
 * @param to null when the last gift was reversed
 */
record ClassMove(@Nullable ValueClass from, @Nullable ValueClass to, Instant at, Cause cause) {}
