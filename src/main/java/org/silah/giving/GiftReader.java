package org.silah.giving;

import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;

/** Reads gifts as they are typed into the form and sent to the API: one reading, so that both refuse the same. */
@Component
class GiftReader {

  static final int LONGEST_DESIGNATION = 200;

  private final Institutions institutions;
  private final Rates rates;

  GiftReader(Institutions institutions, Rates rates) {
    this.institutions = institutions;
    this.rates = rates;
  }

  /** The gift without its giver; nothing if there are mistakes, which are noted. */
  Optional<Read> read(TypedGift typed, Mistakes mistakes) {
    var currency = Fields.read(mistakes, "currency", () -> GiftAmounts.currency(typed.currency()));
    var amount = Fields.read(mistakes, "amount", () -> GiftAmounts.read(needed(typed.amount(), "giving.amount.missing"), orOwn(currency)));
    var day = Fields.read(mistakes, "given_on", () -> GiftDays.read(needed(typed.givenOn(), "giving.given-on.missing"), institutions.today()));
    var purpose = Fields.read(mistakes, "purpose", () -> purpose(typed.purpose()));
    var channel = Fields.read(mistakes, "channel", () -> channel(typed.channel()));
    var designation = Fields.read(mistakes, "designation", () -> designation(typed.designation()));
    if (amount != null && day != null) {
      Fields.read(mistakes, "currency", () -> rates.inOwn(amount, day));
    }
    return mistakes.none() && amount != null && day != null && purpose != null && channel != null
        ? Optional.of(giver -> new NewGift(giver, amount, day, purpose, designation, channel))
        : Optional.empty();
  }

  @FunctionalInterface
  interface Read {
    NewGift by(PartyId giver);
  }

  private Currency orOwn(@Nullable Currency currency) {
    return currency == null ? institutions.charity().currency() : currency;
  }

  private static String needed(String text, String key) {
    if (text.isBlank()) {
      throw new Unreadable(key);
    }
    return text;
  }

  private static Purpose purpose(String code) {
    try {
      return Purpose.of(code.strip());
    } catch (IllegalArgumentException e) {
      throw new Unreadable("giving.purpose.missing");
    }
  }

  private static GiftChannel channel(String code) {
    try {
      return GiftChannel.of(code.strip());
    } catch (IllegalArgumentException e) {
      throw new Unreadable("giving.channel.missing");
    }
  }

  private static @Nullable String designation(String text) {
    var words = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (words.isEmpty()) {
      return null;
    }
    if (words.codePointCount(0, words.length()) > LONGEST_DESIGNATION) {
      throw new Unreadable("giving.designation.long", LONGEST_DESIGNATION);
    }
    return words;
  }
}
