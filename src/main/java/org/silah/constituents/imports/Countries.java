package org.silah.constituents.imports;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;

/** Countries and nationalities as people write them: السعودية, سعودي, Saudi Arabia, SA, KSA. */
final class Countries {

  private static final Map<String, String> OTHERWISE = Map.ofEntries(
      Map.entry("saudi", "SA"), Map.entry("ksa", "SA"), Map.entry("سعودي", "SA"), Map.entry("المملكه", "SA"), Map.entry("السعوديه", "SA"),
      Map.entry("اماراتي", "AE"), Map.entry("الامارات", "AE"), Map.entry("emirati", "AE"), Map.entry("uae", "AE"), Map.entry("عماني", "OM"),
      Map.entry("omani", "OM"), Map.entry("امريكي", "US"), Map.entry("american", "US"), Map.entry("usa", "US"), Map.entry("بريطاني", "GB"),
      Map.entry("british", "GB"), Map.entry("uk", "GB"), Map.entry("سوري", "SY"), Map.entry("برماوي", "MM"), Map.entry("egyptian", "EG"),
      Map.entry("فلسطين", "PS"), Map.entry("فلسطيني", "PS"), Map.entry("palestine", "PS"), Map.entry("فرنسي", "FR"), Map.entry("french", "FR"));

  private static final Map<String, String> KNOWN = known();

  private Countries() {}

  /**
   * ISO 3166 code.
   *
   * @throws Unreadable if no country is meant
   */
  static String read(String text) {
    var folded = PersonName.fold(text);
    var code = KNOWN.get(folded);
    if (code == null) {
      code = KNOWN.get(bare(folded));
    }
    if (code == null) {
      throw new Unreadable("constituents.import.wrong.country");
    }
    return code;
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
      var country = new ULocale("", code);
      known.put(code.toLowerCase(Locale.ROOT), code);
      known.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      english(known, PersonName.fold(country.getDisplayCountry(ULocale.ENGLISH)), code);
      arabic(known, PersonName.fold(country.getDisplayCountry(new ULocale("ar"))), code);
    }
    known.putAll(OTHERWISE);
    return known;
  }

  /** Adjectives are the country with an n, as far as that is regular: Sudan-ese is not, Jordan-ian, Algeri-an, Kuwait-i are. */
  private static void english(Map<String, String> known, String name, String code) {
    known.put(name, code);
    known.putIfAbsent(name + "i", code);
    known.putIfAbsent(name + "ian", code);
    known.putIfAbsent(name + "n", code);
    known.putIfAbsent(name + "ese", code);
    known.putIfAbsent(name.replaceAll("(ia|a|y|i)$", "") + "ian", code);
    known.putIfAbsent(name.replaceAll("(a|e)$", "") + "i", code);
  }

  /** The nisba: يمن, يمني, يمنية; سوريا, سوري. */
  private static void arabic(Map<String, String> known, String name, String code) {
    known.put(name, code);
    var stem = bare(name).replaceAll("(يا|ا|ي)$", "");
    known.putIfAbsent(bare(name), code);
    known.putIfAbsent(stem + "ي", code);
    known.putIfAbsent(bare(name) + "ي", code);
  }

  private static String bare(String name) {
    var bare = name.startsWith("ال") && name.length() > 4 ? name.substring(2) : name;
    return bare.endsWith("ه") && bare.length() > 3 ? bare.substring(0, bare.length() - 1) : bare;
  }
}
