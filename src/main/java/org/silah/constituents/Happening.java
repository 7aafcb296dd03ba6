package org.silah.constituents;

import java.time.Instant;

/**
 * Something that happened to a client. Modules publish records of their own, and who follows one up listens to that record or,
 * as pyramid and insight do, to another kind it is of.
 */
public interface Happening {

  PartyId party();

  Instant at();
}
