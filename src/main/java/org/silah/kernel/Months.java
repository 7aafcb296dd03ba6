package org.silah.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names of months as they are written, folded and without spaces, from Casablanca to Muscat. */
final class Months {

  enum Calendar { HIJRI, GREGORIAN }

  /** @param number 1-12 */
  record Month(Calendar calendar, int number) {}

  private static final List<Pattern> HIJRI = compiled(
      "(?:ال)?محرم(?:الحرام)?|m[uo]harr?[ae]m",
      "صفر(?:الخير|المظفر)?|saff?[ae]r",
      "ربيع(?:ال)?(?:اول|اولي)|rab(?:i|ee|ia|ie)(?:u?l|al|el)?(?:aw+al|auwal|ula|i)",
      "ربيع(?:ال)?(?:اخر|اخره|ثان|ثاني)|rab(?:i|ee|ia|ie)(?:u?l|al|el)?(?:thaa?ni|tani|sani|aa?khir|aa?khar|ii)",
      "جماد[يا]?(?:ال)?(?:اول|اولي)|[jg]um+aa?da?h?(?:u?l|al|el)?(?:aw+al|ula|oula|ola|oola|i)",
      "جماد[يا]?(?:ال)?(?:اخر|اخره|ثان|ثاني|ثانيه)"
          + "|[jg]um+aa?da?h?(?:u?l|al|el)?(?:thaa?ni|thaniyy?ah?|tani|sani|aa?khir|aa?khirah?|akhera|ukhra|ii)",
      "رجب(?:المرجب|الفرد|الحرام)?|raj+ab|ragab",
      "شعبان(?:المعظم)?|shaa?baa?n|chaa?bane?",
      "رمضان(?:المبارك|الكريم|المعظم)?|rama[dz]h?aa?n|ramathan|ramzan",
      "شوال(?:المكرم)?|shaww?aa?l|chaww?al",
      "(?:ذ[ويا])?(?:ال)?قعده|(?:dh|z|th|d)(?:u|ou|oo|i)l?(?:al|el|il)?[qk]h?[aie]+d+ah?",
      "(?:ذ[ويا])?(?:ال)?حجه|(?:dh|z|th|d)(?:u|ou|oo|i)l?(?:al|el|il)?h+[aie]j+[aie]*h?");

  private static final List<Pattern> GREGORIAN = compiled(
      "يناير|كانون(?:ال)?ثاني|جانفي|ينير|jan(?:uary|vier)?",
      "فبراير|شباط|فيفري|feb(?:ruary)?|fevrier",
      "مارس|اذار|mar(?:ch|s)?",
      "ابريل|نيسان|افريل|apr(?:il)?|avril",
      "مايو|ايار|ماي|may|mai",
      "يوني[وه]|يونيوه|حزيران|جوان|june?|juin",
      "يولي[وه]|تموز|جويليه|يوليوز|july?|juillet",
      "اغسطس|اب|اوت|غشت|اغشت|اوغسطس|aug(?:ust)?|aout",
      "سبتم?بر|ايلول|شتنبر|شتمبر|sept?(?:ember|embre)?",
      "اكتوبر|تشرين(?:ال)?اول|oct(?:ober|obre)?",
      "نوفمبر|نوڤمبر|تشرين(?:ال)?ثاني|نونبر|نوفنبر|nov(?:ember|embre)?",
      "ديسمبر|كانون(?:ال)?اول|دجنبر|دجمبر|دسمبر|dec(?:ember|embre)?");

  private static final int REMEMBERED = 500;
  private static final Map<String, Month> SEEN = new ConcurrentHashMap<>();

  private Months() {}

  static @Nullable Month of(String word) {
    var seen = SEEN.get(word);
    if (seen != null) {
      return seen;
    }
    var found = find(word);
    if (found != null && SEEN.size() < REMEMBERED) {
      SEEN.put(word, found);
    }
    return found;
  }

  private static @Nullable Month find(String word) {
    int hijri = index(HIJRI, word);
    if (hijri > 0) {
      return new Month(Calendar.HIJRI, hijri);
    }
    int gregorian = index(GREGORIAN, word);
    return gregorian > 0 ? new Month(Calendar.GREGORIAN, gregorian) : null;
  }

  private static int index(List<Pattern> names, String word) {
    return IntStream.range(0, names.size()).filter(i -> names.get(i).matcher(word).matches()).findFirst().orElse(-1) + 1;
  }

  private static List<Pattern> compiled(String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> Pattern.compile(names[i])).toList();
  }
}
