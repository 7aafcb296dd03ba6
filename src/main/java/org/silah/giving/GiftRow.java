package org.silah.giving;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;

/** A gift as lists show it. */
record GiftRow(
    GiftId id, PartyId giver, long fileNumber, String giverName, Money amount, Money base, LocalDate givenOn, Purpose purpose,
    @Nullable String designation, GiftChannel channel, Instant recordedAt, Gift.Status status) {

  boolean reversed() {
    return status instanceof Gift.Status.Reversed;
  }

  String reversalReason() {
    return status instanceof Gift.Status.Reversed(var reason, _, _) ? reason : "";
  }

  boolean foreign() {
    return !amount.currency().equals(base.currency());
  }

  /** Where the page after this row begins. */
  String cursor() {
    return givenOn + "_" + id;
  }
}
