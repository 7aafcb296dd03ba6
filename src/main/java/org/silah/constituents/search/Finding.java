package org.silah.constituents.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Hit;

/**
 * What a search found.
 *
 * @param hits the best first
 * @param meant what was looked for instead, because it was typed on the keyboard of the other script; null as a rule
 */
public record Finding(List<Hit> hits, @Nullable String meant) {}
