package org.silah.giving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;

/**
 * Money received. It is never edited or deleted; a mistake is reversed, once, and stays to be seen.
 *
 * @param base the amount in the charity's own currency, at the rate of the day it was given
 * @param recordedBy code of an actor
 * @param importId the import it came with, null when it was recorded by hand or through the API
 */
record Gift(
    GiftId id, PartyId giver, Money amount, Money base, LocalDate givenOn, Purpose purpose, @Nullable String designation, GiftChannel channel,
    Instant recordedAt, @Nullable String recordedBy, @Nullable UUID importId, Status status) {

  sealed interface Status {
    record Received() implements Status {}

    record Reversed(String reason, Instant at, @Nullable String by) implements Status {}
  }

  static Gift received(NewGift fresh, Money base, Instant at, String by) {
    return new Gift(GiftId.next(), fresh.giver(), fresh.amount(), base, fresh.givenOn(), fresh.purpose(), fresh.designation(), fresh.channel(),
        at, by, null, new Status.Received());
  }

  /** @throws AlreadyReversed if it was before */
  Gift reverse(String reason, Instant at, String by) {
    return switch (status) {
      case Status.Received() -> new Gift(id, giver, amount, base, givenOn, purpose, designation, channel, recordedAt, recordedBy, importId,
          new Status.Reversed(reason, at, by));
      case Status.Reversed _ -> throw new AlreadyReversed();
    };
  }

  boolean reversed() {
    return status instanceof Status.Reversed;
  }
}
