package org.silah.constituents.merging;

import java.time.Instant;
import org.silah.constituents.Happening;
import org.silah.constituents.PartyId;

/** Another client turned out to be this one. */
public record ClientsMerged(PartyId party, PartyId gone, Instant at) implements Happening {}
