package org.silah.giving;

import java.time.Instant;
import org.silah.constituents.Happening;
import org.silah.constituents.PartyId;
import org.silah.segments.ValueChanged;

/** A gift does not count any more. */
public record GiftReversed(GiftId gift, PartyId party, Instant at) implements Happening, ValueChanged {}
