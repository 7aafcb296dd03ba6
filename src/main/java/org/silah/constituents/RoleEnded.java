package org.silah.constituents;

import java.time.Instant;

/** A client gave up a role, with the reason on its row. */
public record RoleEnded(PartyId party, ClientRole role, Instant at) implements Happening {}
