package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;

/** A value of a {@link CustomField}, by what it is. */
sealed interface FieldValue {

  /** A line or several. */
  record Text(String text) implements FieldValue {}

  /** Two are equal that are the same number, however many zeros stand behind. */
  record Number(BigDecimal number) implements FieldValue {

    public Number {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }

  record Amount(Money money) implements FieldValue {}

  record Day(LocalDate day) implements FieldValue {}

  /** Ids of options in their order; one, where only one may be chosen. */
  record Chosen(List<UUID> options) implements FieldValue {

    public Chosen {
      options = List.copyOf(options);
    }
  }

  record Flag(boolean yes) implements FieldValue {}

  /** A document of the client. */
  record File(UUID document) implements FieldValue {}

  /** Another client, who may have turned out to be yet another since. */
  record Party(PartyId party) implements FieldValue {}
}
