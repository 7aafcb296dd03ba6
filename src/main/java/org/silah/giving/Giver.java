package org.silah.giving;

import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;

/** Who gave: somebody we know, or somebody to be made known together with the gift. */
sealed interface Giver {

  record Known(PartyId id) implements Giver {}

  record Fresh(NewClient client) implements Giver {}
}
