package org.silah.constituents.merging;

import java.time.Instant;
import org.silah.constituents.Happening;
import org.silah.constituents.PartyId;

/** Two who had been made one are two again. */
public record MergeUndone(PartyId party, PartyId back, Instant at) implements Happening {}
