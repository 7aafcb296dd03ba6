package org.silah.segments;

import java.time.Instant;

/** The classes of donors are up to date with the gifts as of {@code at}. */
public record PyramidComputed(Instant at) {}
