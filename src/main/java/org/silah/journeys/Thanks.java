package org.silah.journeys;

import com.ibm.icu.util.Currency;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.dialogue.NewMessage;
import org.silah.giving.GiftId;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.silah.web.Words;

/** One gift, as its thank-you tells of it. */
record Thanks(GiftId gift, PartyId giver, Money amount, LocalDate givenOn, Purpose purpose, @Nullable String designation) {

  /** The same gift is thanked for once, whoever asks and however often. */
  static String key(GiftId gift) {
    return "thanks:" + gift;
  }

  NewMessage message() {
    return new NewMessage(key(gift), giver, Topic.THANKS, "thanks." + purpose.code(), kind(), this::in, "gift:" + gift);
  }

  /** General gifts are thanked for in general. */
  private String kind() {
    return purpose == Purpose.GENERAL ? ThankYouKinds.GENERAL : ThankYouKinds.GENERAL + "." + purpose.code();
  }

  Map<String, String> in(Words words) {
    return Map.of(
        "amount", words.get("journeys.thanks.amount", number(words), currency(words)),
        "purpose", words.get(purpose.key()),
        "designation", designation == null ? "" : designation,
        "date", date(words));
  }

  /** Without a fraction where there is none. */
  private String number(Words words) {
    boolean whole = amount.amount().stripTrailingZeros().scale() <= 0;
    return whole ? words.wholeAmount(amount) : words.amount(amount);
  }

  private String currency(Words words) {
    return Currency.getInstance(amount.currency().getCurrencyCode()).getName(words.language().locale(), Currency.LONG_NAME, null);
  }

  private String date(Words words) {
    var hijri = words.hijri(givenOn);
    return hijri.isEmpty() ? words.date(givenOn) : words.get("journeys.thanks.date", hijri, words.date(givenOn));
  }
}
