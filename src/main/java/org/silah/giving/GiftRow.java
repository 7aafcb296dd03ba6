package org.silah.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;

/** A gift as lists show it. */
record GiftRow(
    GiftId id, PartyId giver, long fileNumber, String giverName, Money amount, Money base, LocalDate givenOn, Purpose purpose,
    @Nullable String designation, GiftChannel channel, @Nullable String reversalReason) {

  boolean reversed() {
    return reversalReason != null;
  }

  boolean foreign() {
    return !amount.currency().equals(base.currency());
  }

  BigDecimal rate() {
    return Rates.between(amount, base);
  }

  /** Where the page after this row begins. */
  String cursor() {
    return givenOn + "_" + id;
  }
}
