package org.silah.constituents;

import java.util.List;

/**
 * A client who is likely the one that was asked about.
 *
 * @param reasons message keys of what speaks for it
 */
public record LikeClient(Hit hit, boolean certain, List<String> reasons) {}
