package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silah.access.Role;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Amounts;
import org.silah.kernel.Digits;
import org.silah.kernel.Ids;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;

/**
 * The form of a field, as typed.
 *
 * @param need {@code never}, {@code always}, {@code role:donor}, or {@code value:} with the code of another field and, where that is chosen
 *     from options, {@code :} and the option's
 * @param optionCode of each row of options, empty where it is new; {@code optionRetired} has the codes of those that are offered no more
 */
record FieldForm(
    @Nullable String code, @Nullable String labelAr, @Nullable String labelEn, @Nullable String helpAr, @Nullable String helpEn, @Nullable List<String> kinds,
    @Nullable String type, @Nullable String group, @Nullable String need, @Nullable List<String> viewers, @Nullable String searchable,
    @Nullable String longest, @Nullable String decimals, @Nullable String least, @Nullable String greatest, @Nullable String currency,
    @Nullable List<String> optionCode, @Nullable List<String> optionAr, @Nullable List<String> optionEn, @Nullable List<String> optionPlace,
    @Nullable List<String> optionRetired) {

  private static final int LABEL = 100;
  private static final int HELP = 500;
  private static final int MOST_OPTIONS = 200;
  private static final String BETWEEN = ";؛|";

  static FieldForm empty(String kind) {
    return new FieldForm("", "", "", "", "", kind.isEmpty() ? List.of() : List.of(kind), "text", "personal", "never", List.of(), "", "", "", "", "", "",
        List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static FieldForm of(CustomField field, List<CustomField> all) {
    var bounds = field.bounds();
    var options = field.options();
    return new FieldForm(
        field.code(), field.labelAr(), field.labelEn(), text(field.helpAr()), text(field.helpEn()), field.kinds().stream().map(ClientKind::code).toList(),
        field.type().code(), field.group().code(), needed(field.need(), all), field.viewers().stream().map(Role::code).toList(),
        field.searchable() ? "yes" : "", text(bounds.longest()), text(bounds.decimals()), plain(bounds.least()), plain(bounds.greatest()),
        text(bounds.currency()), options.stream().map(Option::code).toList(), options.stream().map(Option::labelAr).toList(),
        options.stream().map(Option::labelEn).toList(), java.util.stream.IntStream.rangeClosed(1, options.size()).mapToObj(String::valueOf).toList(),
        options.stream().filter(Option::retired).map(Option::code).toList());
  }

  static boolean said(@Nullable List<String> list, String code) {
    return list != null && list.contains(code);
  }

  static String at(@Nullable List<String> list, int place) {
    return list == null || place >= list.size() ? "" : list.get(place);
  }

  /** How a need is named in the form. */
  static String needed(Need need, List<CustomField> all) {
    return switch (need) {
      case Need.Never _ -> "never";
      case Need.Always _ -> "always";
      case Need.WithRole(var role) -> "role:" + role.code();
      case Need.WithValue(var id, var option) -> {
        var other = all.stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow();
        yield "value:" + other.code() + (option == null ? "" : ":" + other.option(option).orElseThrow().code());
      }
    };
  }

  /**
   * Notes every mistake with its box; what is read where there is one is of no use.
   *
   * @param before null for a new field; code and type stay
   */
  CustomField read(@Nullable CustomField before, List<CustomField> all, Mistakes mistakes) {
    var known = before == null
        ? read("type", mistakes, () -> FieldType.of(text(type)).orElseThrow(() -> new Unreadable("constituents.choice.unknown")), FieldType.TEXT)
        : before.type();
    var name = before == null ? code(mistakes) : before.code();
    var seenBy = roles(mistakes);
    return new CustomField(
        before == null ? Ids.next() : before.id(), name, line("labelAr", labelAr, mistakes), line("labelEn", labelEn, mistakes),
        read("helpAr", mistakes, () -> Typed.line(helpAr, HELP), null), read("helpEn", mistakes, () -> Typed.line(helpEn, HELP), null),
        kinds(mistakes), known, group(mistakes), before == null ? 0 : before.place(), need(before, all, mistakes), seenBy,
        "yes".equals(searchable) && known.isFound(), before != null && before.retired(), bounds(known, mistakes),
        known.hasOptions() ? options(before, mistakes) : List.of());
  }

  private String code(Mistakes mistakes) {
    var typed = text(code).strip().toLowerCase(Locale.ROOT);
    if (!typed.matches("[a-z][a-z0-9_]{0,37}")) {
      mistakes.add("code", typed.isEmpty() ? "constituents.text.missing" : "constituents.fields.code.odd");
    }
    return typed;
  }

  private Set<ClientKind> kinds(Mistakes mistakes) {
    var known = EnumSet.noneOf(ClientKind.class);
    Arrays.stream(ClientKind.values()).filter(kind -> said(kinds, kind.code())).forEach(known::add);
    if (known.isEmpty()) {
      mistakes.add("kinds", "constituents.fields.kinds.none");
    }
    return known;
  }

  private Group group(Mistakes mistakes) {
    return Arrays.stream(Group.values()).filter(one -> one.code().equals(group)).findFirst().orElseGet(() -> {
      mistakes.add("group", "constituents.choice.unknown");
      return Group.PERSONAL;
    });
  }

  private Set<Role> roles(Mistakes mistakes) {
    var known = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values()).filter(role -> said(viewers, role.code())).forEach(known::add);
    if (viewers != null && viewers.stream().anyMatch(one -> known.stream().noneMatch(role -> role.code().equals(one)))) {
      mistakes.add("viewers", "constituents.choice.unknown");
    }
    return known;
  }

  private Need need(@Nullable CustomField before, List<CustomField> all, Mistakes mistakes) {
    var parts = text(need).split(":", 3);
    try {
      return switch (parts[0]) {
        case "never", "" -> Need.NEVER;
        case "always" -> Need.ALWAYS;
        case "role" -> new Need.WithRole(ClientRole.of(parts[1]));
        case "value" -> {
          var other = all.stream().filter(field -> field.code().equals(parts[1]) && field.type().decides() && !field.equals(before)).findFirst().orElseThrow();
          yield new Need.WithValue(other.id(), other.type() == FieldType.FLAG ? null : other.option(parts[2]).orElseThrow().id());
        }
        default -> throw new IllegalArgumentException();
      };
    } catch (RuntimeException none) {
      mistakes.add("need", "constituents.choice.unknown");
      return Need.NEVER;
    }
  }

  private Bounds bounds(FieldType type, Mistakes mistakes) {
    boolean counted = type == FieldType.NUMBER || type == FieldType.MONEY;
    int most = type == FieldType.LONG ? 4_000 : 500;
    var lowest = counted ? number("least", least, mistakes) : null;
    var highest = counted ? number("greatest", greatest, mistakes) : null;
    if (lowest != null && highest != null && highest.compareTo(lowest) < 0) {
      mistakes.add("greatest", "constituents.fields.greatest.less");
    }
    return new Bounds(
        type == FieldType.TEXT || type == FieldType.LONG ? whole("longest", longest, 1, most, mistakes) : null,
        type == FieldType.NUMBER ? whole("decimals", decimals, 0, 6, mistakes) : null, lowest, highest,
        type == FieldType.MONEY && !text(currency).isBlank() ? read("currency", mistakes, () -> currency(text(currency)), null) : null);
  }

  private static Currency currency(String typed) {
    try {
      return Currency.getInstance(typed.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw new Unreadable("constituents.fields.currency.unknown");
    }
  }

  private static @Nullable Integer whole(String box, @Nullable String typed, int least, int most, Mistakes mistakes) {
    var digits = Digits.toAscii(text(typed).strip());
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("\\d{1,6}") || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
      mistakes.add(box, "web.invalid.between", least, most);
      return null;
    }
    return Integer.valueOf(digits);
  }

  private static @Nullable BigDecimal number(String box, @Nullable String typed, Mistakes mistakes) {
    return text(typed).isBlank() ? null : read(box, mistakes, () -> Amounts.parse(text(typed)), null);
  }

  /** In the order of their numbers; a row without words is none. A new option is called by its English words where programs meet it. */
  private List<Option> options(@Nullable CustomField before, Mistakes mistakes) {
    record Placed(Option option, int place) {}
    var rows = new ArrayList<Placed>();
    var codes = new ArrayList<>(before == null ? List.<String>of() : before.options().stream().map(Option::code).toList());
    int count = Math.min(MOST_OPTIONS, optionAr == null ? 0 : optionAr.size());
    for (int i = 0; i < count; i++) {
      var arabic = at(optionAr, i);
      var english = at(optionEn, i);
      if (!arabic.isBlank() || !english.isBlank()) {
        var typed = at(optionCode, i);
        var there = before == null ? null : before.option(typed).orElse(null);
        var ar = option(arabic, mistakes);
        var en = option(english, mistakes);
        var code = there == null ? fresh(en, codes) : there.code();
        var place = Digits.toAscii(at(optionPlace, i).strip());
        rows.add(new Placed(new Option(there == null ? Ids.next() : there.id(), code, ar, en, there != null && said(optionRetired, code)),
            place.matches("\\d{1,4}") ? Integer.parseInt(place) : MOST_OPTIONS + i));
      }
    }
    if (rows.isEmpty()) {
      mistakes.add("options", "constituents.fields.option.none");
    }
    return rows.stream().sorted(java.util.Comparator.comparingInt(Placed::place)).map(Placed::option).toList();
  }

  private static String option(String typed, Mistakes mistakes) {
    if (typed.chars().anyMatch(c -> BETWEEN.indexOf(c) >= 0)) {
      mistakes.add("options", "constituents.fields.option.mark");
    }
    return line("options", typed, mistakes);
  }

  private static String fresh(String english, List<String> taken) {
    var words = english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    var stem = words.isEmpty() ? "option" : words.substring(0, Math.min(words.length(), 30));
    var code = stem;
    for (int i = 2; taken.contains(code); i++) {
      code = stem + "_" + i;
    }
    taken.add(code);
    return code;
  }

  private static String line(String box, @Nullable String typed, Mistakes mistakes) {
    var line = read(box, mistakes, () -> Typed.name(text(typed)), "");
    if (line.codePointCount(0, line.length()) > LABEL) {
      mistakes.add(box, "constituents.text.long", LABEL);
    }
    return line;
  }

  private static <T extends @Nullable Object> T read(String box, Mistakes mistakes, Supplier<T> read, T otherwise) {
    try {
      return read.get();
    } catch (Unreadable unreadable) {
      mistakes.add(box, unreadable);
      return otherwise;
    }
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : CustomValues.plain(number);
  }
}
