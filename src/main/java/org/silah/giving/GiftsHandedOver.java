package org.silah.giving;

import org.silah.constituents.PartyId;
import org.silah.segments.ValueChanged;

/** Gifts lie in another client's file from now on: the giver turned out to be that client, or not to be. */
record GiftsHandedOver(PartyId from, PartyId to) implements ValueChanged {}
