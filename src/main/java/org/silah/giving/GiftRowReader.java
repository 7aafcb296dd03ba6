package org.silah.giving;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientRole;
import org.silah.constituents.imports.Cells;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.Values;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Money;

/** Reads the gift of one row of a list. What a row does not say of purpose and channel was chosen for the whole list. */
final class GiftRowReader implements ImportKind.Reader {

  private static final int LONGEST_DESIGNATION = 200;
  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Sc}]+");

  private final RateBook rates;
  private final LocalDate today;
  private final Purpose usualPurpose;
  private final GiftChannel usualChannel;

  GiftRowReader(RateBook rates, LocalDate today, Map<String, String> options) {
    this.rates = rates;
    this.today = today;
    this.usualPurpose = Purpose.of(options.getOrDefault("purpose", Purpose.GENERAL.code()));
    this.usualChannel = GiftChannel.of(options.getOrDefault("channel", GiftChannel.OTHER.code()));
  }

  @Override
  public void read(Cells cells, Values values) {
    if (cells.text(GiftImport.REVERSAL) != null) {
      cells.wrong(GiftImport.REVERSAL, "giving.import.reversed");
    }
    var currency = currency(cells);
    var amount = currency == null ? null : cells.need("amount", text -> GiftAmounts.read(text, currency));
    var day = day(cells);
    var meant = meant(cells);
    var channel = cells.text("channel") == null ? usualChannel : GiftWords.channel(cells.text("channel"));
    if (amount == null || day == null || meant == null) {
      return;
    }
    var base = inOwn(cells, amount, day);
    if (base != null) {
      cells.holds(ClientRole.DONOR, day);
      values.number(amount.minor()).text(amount.currency().getCurrencyCode()).number(base.minor()).date(day)
          .integer(HijriDate.from(day).year()).text(meant.purpose().code()).text(meant.designation()).text(channel.code());
    }
  }

  /** Told in a column of its own, or beside the amount; else the charity's own. */
  private @Nullable Currency currency(Cells cells) {
    if (cells.text("currency") != null) {
      return cells.read("currency", text -> GiftAmounts.currencyInWords(text, rates.own()));
    }
    var beside = words(cells.text("amount"));
    return beside.isEmpty() ? rates.own() : cells.read("amount", _ -> GiftAmounts.currencyInWords(beside, rates.own()));
  }

  /** What stands beside the digits of an amount: letters and signs of currencies. */
  private static String words(@Nullable String amount) {
    return amount == null ? "" : NO_WORDS.matcher(amount).replaceAll(" ").strip();
  }

  private @Nullable LocalDate day(Cells cells) {
    try {
      return cells.need("given_on", text -> GiftDays.read(text, today));
    } catch (BrokenRule rule) {
      cells.wrong("given_on", rule.key(), rule.args());
      return null;
    }
  }

  private GiftWords.@Nullable Meant meant(Cells cells) {
    var purpose = cells.text("purpose");
    var designation = cells.text("designation");
    var meant = purpose == null
        ? new GiftWords.Meant(designation == null ? usualPurpose : Purpose.PROJECT, null)
        : GiftWords.purpose(purpose);
    var named = designation == null ? meant.designation() : designation;
    if (named != null && named.codePointCount(0, named.length()) > LONGEST_DESIGNATION) {
      cells.wrong(designation == null ? "purpose" : "designation", "giving.designation.long", LONGEST_DESIGNATION);
      return null;
    }
    return new GiftWords.Meant(meant.purpose(), named);
  }

  private @Nullable Money inOwn(Cells cells, Money amount, LocalDate day) {
    try {
      return rates.inOwn(amount, day);
    } catch (NoExchangeRate rule) {
      cells.wrong(cells.text("currency") == null ? "amount" : "currency", rule.key(), rule.args());
      return null;
    }
  }
}
