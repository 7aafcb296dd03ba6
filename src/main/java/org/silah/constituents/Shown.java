package org.silah.constituents;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.StaffMembers;
import org.silah.constituents.text.Given;
import org.silah.web.Language;
import org.silah.web.Page;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** How what is kept is shown to a reader: codes as words, days in both calendars, ids as names. */
@Component
public class Shown {

  /** What a member of staff chooses from when asked where a fact is from; imports write their own words. */
  static final List<String> SOURCES = List.of("client", "form", "document", "visit", "call", "staff");

  private static final Pattern LINK = Pattern.compile("(unsubscribe|undo) link of message [0-9a-f-]{36}, \\S+, from (\\S+)");

  private final StaffMembers staff;

  Shown(StaffMembers staff) {
    this.staff = staff;
  }

  public String value(Fact fact, Page page) {
    return value(fact, page.words());
  }

  public String value(Fact fact, Words words) {
    var field = fact.field();
    return switch (field.input()) {
      case NAME, TEXT, LONG, NUMBER -> fact.value();
      case CHOICE -> field.choices().contains(fact.value()) ? words.get(choice(field, fact.value())) : fact.value();
      case DAY -> day(LocalDate.parse(fact.value()), words);
      case COUNTRY -> country(fact.value(), words.language());
      case STAFF -> staff(UUID.fromString(fact.value()), words.language());
    };
  }

  /** Both calendars, the reader's own first. */
  public static String day(LocalDate day, Words words) {
    var hijri = words.hijri(day);
    if (hijri.isEmpty()) {
      return words.date(day);
    }
    return words.language() == Language.AR ? hijri + " · " + words.date(day) : words.date(day) + " · " + hijri;
  }

  /** In the reader's own calendar, for within a sentence. */
  public static String shortDay(LocalDate day, Words words) {
    var hijri = words.hijri(day);
    return words.language() == Language.AR && !hijri.isEmpty() ? hijri : words.date(day);
  }

  public static String source(String source, Words words) {
    var key = "constituents.source." + source;
    return words.has(key) ? words.get(key) : source;
  }

  /** What proves an answer: as it was written down, save where the program wrote it for a link in a mail. */
  static String evidence(String evidence, Words words) {
    var link = LINK.matcher(evidence);
    return link.matches() ? words.get("constituents.consent.link." + link.group(1), link.group(2)) : evidence;
  }

  static String former(Client.@Nullable Gender gender) {
    return gender == Client.Gender.FEMALE ? "constituents.role.former.her" : "constituents.role.former";
  }

  static String choice(Field field, String code) {
    return "constituents.field." + field.code() + "." + code;
  }

  static String country(String code, Language language) {
    return Locale.of("", code).getDisplayCountry(Locale.of(language.code()));
  }

  String staff(UUID id, Language language) {
    return staff.find(id).map(member -> member.name(language)).orElse("");
  }

  /** Who wrote something down; null for what nobody in particular did. */
  public @Nullable String by(@Nullable String recordedBy, Language language) {
    return recordedBy != null && recordedBy.startsWith("staff:") ? staff(UUID.fromString(recordedBy.substring(6)), language) : null;
  }

  /** Value to words of what a field is chosen from, in the order it is offered. */
  Map<String, String> options(Field field, Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("", page.t("constituents.none"));
    switch (field.input()) {
      case CHOICE -> field.choices().forEach(code -> options.put(code, page.t(choice(field, code))));
      case COUNTRY -> options.putAll(countries(page.language()));
      case STAFF -> staff.all().stream().filter(member -> !member.disabled())
          .forEach(member -> options.put(member.id().toString(), member.name(page.language())));
      case NAME, TEXT, LONG, NUMBER, DAY -> throw new IllegalArgumentException(field.code());
    }
    if (field == Field.LANGUAGE) {
      options.remove("");
    }
    return options;
  }

  public static boolean isCountry(String code) {
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
  }

  public static Map<String, String> countries(Language language) {
    var order = com.ibm.icu.text.Collator.getInstance(language.locale());
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
        .collect(Collectors.toMap(code -> code, code -> country(code, language)))
        .entrySet().stream()
        .sorted(Map.Entry.comparingByValue(order::compare))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
  }

  public static Map<String, String> sources(Page page) {
    var options = new LinkedHashMap<String, String>();
    SOURCES.forEach(code -> options.put(code, page.t("constituents.source." + code)));
    return options;
  }

  static Map<String, String> roles(Page page) {
    return words("constituents.role.", ClientRole.values(), ClientRole::code, page);
  }

  static Map<String, String> channels(Page page) {
    return words("constituents.channel.", Channel.values(), Channel::code, page);
  }

  static Map<String, String> topics(Page page) {
    return words("constituents.topic.", Topic.values(), Topic::code, page);
  }

  static Map<String, String> identityKinds(Page page) {
    return words("constituents.identity.", IdentityKind.values(), IdentityKind::code, page);
  }

  private static <E> Map<String, String> words(String prefix, E[] all, Function<E, String> code, Page page) {
    var options = new LinkedHashMap<String, String>();
    for (var one : all) {
      options.put(code.apply(one), page.t(prefix + code.apply(one)));
    }
    return options;
  }

  static String issuer(Identity identity, Language language) {
    return identity.issuer().length() == 2 && isCountry(identity.issuer()) ? country(identity.issuer(), language) : identity.issuer();
  }

  /** {@code 3 months ago}: how old the newest fact is. */
  public static String age(LocalDate day, Page page) {
    var age = Period.between(day, page.clock().today());
    if (age.getYears() > 0) {
      return page.t("constituents.age.years", age.getYears());
    }
    if (age.getMonths() > 0) {
      return page.t("constituents.age.months", age.getMonths());
    }
    return age.getDays() <= 0 ? page.t("constituents.age.today") : page.t("constituents.age.days", age.getDays());
  }

  /** The first letter of a name, for its round picture. */
  public static String initial(String name) {
    var given = Given.of(name);
    var letter = (given == null ? name : given).codePoints().filter(Character::isLetterOrDigit).findFirst();
    return letter.isPresent() ? Character.toString(letter.getAsInt()) : "·";
  }
}
