package org.silah.access;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silah.web.Language;

/** The currencies, countries and time zones that a charity can have, under their names in either language. */
final class Choices {

  private static final Set<String> TIME_ZONES = TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
      .filter(ZoneId.getAvailableZoneIds()::contains)
      .collect(Collectors.toCollection(TreeSet::new));
  /** In use by some country today. */
  private static final Set<String> CURRENCIES = regions().stream()
      .map(region -> Currency.getInstance(Locale.of("", region)))
      .filter(currency -> currency != null)
      .map(Currency::getCurrencyCode)
      .collect(Collectors.toCollection(TreeSet::new));

  private Choices() {}

  static Set<String> currencies() {
    return CURRENCIES;
  }

  static Set<String> regions() {
    return Set.of(Locale.getISOCountries());
  }

  static Set<String> timeZones() {
    return TIME_ZONES;
  }

  static Map<String, String> currencies(Language language) {
    return named(CURRENCIES, language, code -> com.ibm.icu.util.Currency.getInstance(code).getDisplayName(language.locale().toLocale()) + " (" + code + ")");
  }

  static Map<String, String> regions(Language language) {
    return named(regions(), language, code -> ULocale.getDisplayCountry("und-" + code, language.locale()));
  }

  static Map<String, String> timeZones(Language language) {
    return named(TIME_ZONES, language, id -> city(id, language) + " (" + id + ")");
  }

  private static String city(String id, Language language) {
    return com.ibm.icu.text.TimeZoneNames.getInstance(language.locale()).getExemplarLocationName(id);
  }

  private static Map<String, String> named(Set<String> codes, Language language, Function<String, String> name) {
    var names = codes.stream().collect(Collectors.toMap(code -> code, name));
    var order = Comparator.comparing((Map.Entry<String, String> entry) -> entry.getValue(), Collator.getInstance(language.locale())::compare);
    var sorted = new LinkedHashMap<String, String>();
    List.copyOf(names.entrySet()).stream().sorted(order).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
