package org.silah.constituents;

import java.time.Instant;

/** Something that happened to a client. Modules publish their own; journeys, pyramid and insight listen to this one type. */
public interface Happening {

  PartyId party();

  Instant at();
}
