package org.silah.giving;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Happening;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;
import org.silah.segments.ValueChanged;

/**
 * One gift was recorded, by hand or through the API. Gifts of an import are told of by {@link GiftsReceived}.
 *
 * @param thank whether thanks are wanted: the gift is at most a year old
 */
public record GiftReceived(
    GiftId gift, PartyId party, Instant at, boolean thank, Money amount, LocalDate givenOn, Purpose purpose, @Nullable String designation)
    implements Happening, ValueChanged {}
