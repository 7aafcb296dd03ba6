package org.silah.giving;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;

/**
 * A gift about to be recorded.
 *
 * @param amount above zero, in the currency it was given in
 * @param givenOn the day it was given: not after today, not before the published calendar begins (1 Muharram 1343 AH)
 * @param designation the project or case the giver named, in words
 */
public record NewGift(
    PartyId giver, Money amount, LocalDate givenOn, Purpose purpose, @Nullable String designation, GiftChannel channel) {

  /** The same from who the giver turned out to be. */
  NewGift by(PartyId now) {
    return now.equals(giver) ? this : new NewGift(now, amount, givenOn, purpose, designation, channel);
  }
}
