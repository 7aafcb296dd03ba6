package org.silah.constituents;

import java.time.Instant;

/** A client is called otherwise, or is spoken of as the other gender. */
public record ClientRenamed(PartyId party, Instant at) implements Happening {}
