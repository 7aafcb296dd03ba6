package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.Days;
import org.silah.constituents.PartyId;
import org.silah.constituents.documents.ClientDocuments;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Amounts;
import org.silah.kernel.Dates;
import org.silah.kernel.Money;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;
import org.springframework.stereotype.Component;

/** Reads what was typed or sent for a field as the value that is kept. */
@Component
class FieldReader {

  private static final Set<String> YES = Set.of("yes", "true", "1", "نعم", "اجل", "صح", "y");
  private static final Set<String> NO = Set.of("no", "false", "0", "لا", "كلا", "خطا", "n");
  private static final Pattern BETWEEN = Pattern.compile("[;؛|\\n]+");
  private static final Pattern FROM_A_NUMBER = Pattern.compile("\\.0+$");
  private static final BigDecimal BEYOND = BigDecimal.TEN.pow(15);
  private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

  private final Institutions institutions;
  private final Mentions mentions;
  private final ClientDocuments documents;

  FieldReader(Institutions institutions, Mentions mentions, ClientDocuments documents) {
    this.institutions = institutions;
    this.mentions = mentions;
    this.documents = documents;
  }

  /**
   * @param typed what stands in its box, or boxes
   * @param party whose value it is; null for somebody new
   * @param held what it is now, which may stay whatever has become of its options since
   * @return null for nothing
   * @throws Unreadable if it is no value of this field
   */
  @Nullable FieldValue read(CustomField field, List<String> typed, @Nullable PartyId party, @Nullable FieldValue held) {
    var said = typed.stream().filter(one -> !one.isBlank()).toList();
    if (said.isEmpty()) {
      return null;
    }
    if (field.type() == FieldType.CHOICES) {
      return chosen(field, said, held);
    }
    var text = said.getFirst();
    if (field.type() == FieldType.FILE) {
      return file(text, party, held);
    }
    return one(field, text, held);
  }

  /** Of a cell of a list; options by their words in either language too, several with a semicolon between. */
  @Nullable FieldValue cell(CustomField field, String cell) {
    return switch (field.type()) {
      case CHOICES -> chosen(field, BETWEEN.splitAsStream(cell).map(String::strip).filter(part -> !part.isEmpty()).toList(), null);
      case CLIENT -> one(field, FROM_A_NUMBER.matcher(cell).replaceAll(""), null);
      case TEXT, LONG, NUMBER, MONEY, DATE, CHOICE, FLAG, FILE -> one(field, cell, null);
    };
  }

  private @Nullable FieldValue one(CustomField field, String text, @Nullable FieldValue held) {
    return switch (field.type()) {
      case TEXT -> line(Typed.line(text, field.longest()));
      case LONG -> line(Typed.optional(text, field.longest()));
      case NUMBER -> new FieldValue.Number(within(field, number(field, text)));
      case MONEY -> amount(field, text);
      case DATE -> new FieldValue.Day(day(Dates.parse(text)));
      case CHOICE, CHOICES -> chosen(field, List.of(text), held);
      case FLAG -> new FieldValue.Flag(flag(text));
      case CLIENT -> client(text, held);
      case FILE -> throw new Unreadable("constituents.fields.file.none");
    };
  }

  private static @Nullable FieldValue line(@Nullable String text) {
    return text == null ? null : new FieldValue.Text(text);
  }

  private static BigDecimal number(CustomField field, String text) {
    if (text.codePoints().anyMatch(Character::isLetter)) {
      throw new Unreadable("constituents.fields.number.unreadable");
    }
    var number = Amounts.parse(text);
    if (number.abs().compareTo(BEYOND) >= 0) {
      throw new Unreadable("constituents.fields.number.beyond");
    }
    if (number.stripTrailingZeros().scale() > field.decimals()) {
      throw new Unreadable("constituents.fields.number.decimals", field.decimals());
    }
    return number;
  }

  private static BigDecimal within(CustomField field, BigDecimal number) {
    var least = field.bounds().least();
    var greatest = field.bounds().greatest();
    if (least != null && number.compareTo(least) < 0) {
      throw new Unreadable("constituents.fields.number.less", least.toPlainString());
    }
    if (greatest != null && number.compareTo(greatest) > 0) {
      throw new Unreadable("constituents.fields.number.more", greatest.toPlainString());
    }
    return number;
  }

  /** In the field's currency; where it has none, in the one that stands beside the amount, or the charity's own. */
  private FieldValue amount(CustomField field, String text) {
    var number = within(field, Amounts.parse(text));
    if (number.abs().compareTo(BEYOND) >= 0) {
      throw new Unreadable("constituents.fields.number.beyond");
    }
    var named = Amounts.currency(text);
    var fixed = field.bounds().currency();
    if (fixed != null && named.isPresent() && !named.get().equals(fixed)) {
      throw new Unreadable("constituents.fields.currency.other", fixed.getCurrencyCode());
    }
    return amount(number, fixed == null ? named.orElse(institutions.charity().currency()) : fixed);
  }

  static FieldValue amount(BigDecimal number, Currency currency) {
    try {
      return new FieldValue.Amount(Money.of(number, currency));
    } catch (ArithmeticException e) {
      throw new Unreadable("constituents.fields.number.decimals", Math.max(0, currency.getDefaultFractionDigits()));
    }
  }

  private static LocalDate day(LocalDate day) {
    if (day.isBefore(Days.EARLIEST)) {
      throw new Unreadable("constituents.day.long-ago");
    }
    if (day.isAfter(LAST)) {
      throw new Unreadable("constituents.fields.day.far");
    }
    return day;
  }

  private static FieldValue chosen(CustomField field, List<String> said, @Nullable FieldValue held) {
    var offered = field.offered(held);
    var ids = new ArrayList<UUID>();
    for (var text : said) {
      var option = offered.stream().filter(one -> one.code().equals(text)).findFirst()
          .or(() -> offered.stream().filter(one -> isCalled(one, text)).findFirst())
          .orElseThrow(() -> new Unreadable("constituents.fields.choice.unknown"));
      ids.add(option.id());
    }
    return new FieldValue.Chosen(field.options().stream().map(Option::id).filter(ids::contains).toList());
  }

  private static boolean isCalled(Option option, String text) {
    var folded = PersonName.fold(text);
    return !folded.isEmpty() && (folded.equals(PersonName.fold(option.labelAr())) || folded.equals(PersonName.fold(option.labelEn())));
  }

  private static boolean flag(String text) {
    var folded = PersonName.fold(text);
    if (YES.contains(folded)) {
      return true;
    }
    if (!NO.contains(folded)) {
      throw new Unreadable("constituents.fields.flag.unreadable");
    }
    return false;
  }

  private FieldValue client(String text, @Nullable FieldValue held) {
    if (held instanceof FieldValue.Party(var party) && party.toString().equals(text.strip())) {
      return held;
    }
    return new FieldValue.Party(mentions.find(text).orElseThrow(() -> new Unreadable("constituents.fields.client.unknown")));
  }

  private FieldValue file(String text, @Nullable PartyId party, @Nullable FieldValue held) {
    try {
      var id = UUID.fromString(text);
      var asked = new FieldValue.File(id);
      if (Objects.equals(asked, held) || party != null && documents.titles(party).containsKey(id)) {
        return asked;
      }
    } catch (IllegalArgumentException noId) {
      // told below
    }
    throw new Unreadable("constituents.fields.file.unknown");
  }
}
