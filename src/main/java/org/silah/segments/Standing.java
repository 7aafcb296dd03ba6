package org.silah.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a donor stands.
 *
 * @param rank among all donors, from 1
 * @param movedFrom null for the class that the donor was first put in
 */
record Standing(ValueClass in, long rank, long value, Instant since, @Nullable ValueClass movedFrom) {}
