package org.silah.constituents;

import java.time.Instant;

/** A client was added by hand, by the API or on the spot; imports tell of their clients in their own way. */
public record ClientAdded(PartyId party, Instant at) implements Happening {}
