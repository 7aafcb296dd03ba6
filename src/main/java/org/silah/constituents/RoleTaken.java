package org.silah.constituents;

import java.time.Instant;

/** A client took up a role. */
public record RoleTaken(PartyId party, ClientRole role, Instant at) implements Happening {}
