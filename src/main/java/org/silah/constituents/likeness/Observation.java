package org.silah.constituents.likeness;

/**
 * One thing that was compared and how far it agrees. What either record lacks is not observed.
 *
 * @param value of the first, as it is counted in {@link Frequencies}
 * @param other of the second
 */
public record Observation(Evidence of, Level level, String value, String other) {}
