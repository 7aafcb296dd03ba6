package org.silah.constituents.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;

/** What a person is called by, taken from the whole name: عبد الله from الشيخ عبد الله بن محمد القحطاني. */
public final class Given {

  private static final Set<String> FORMS_OF_ADDRESS = Set.of(
      "د", "الدكتور", "الدكتوره", "دكتور", "دكتوره", "ا", "الاستاذ", "الاستاذه", "استاذ", "استاذه", "م", "المهندس", "المهندسه", "الشيخ", "الشيخه",
      "السيد", "السيده", "الانسه", "الحاج", "الحاجه", "الامير", "الاميره", "اللواء", "العميد", "العقيد", "dr", "mr", "mrs", "ms", "miss", "prof", "sheikh",
      "eng");
  private static final Set<String> OPEN = Set.of("عبد", "ابو", "ابي", "ام", "abd", "abdul", "abdel", "abu", "abou", "um", "umm");

  private Given() {}

  /** Null if the name has no word that could be one. */
  public static @Nullable String of(String displayName) {
    var words = displayName.split(" ");
    int first = 0;
    var folded = PersonName.fold(words[first]);
    while (first < words.length - 1 && FORMS_OF_ADDRESS.contains(folded)) {
      first++;
      folded = PersonName.fold(words[first]);
    }
    var given = words[first];
    if (OPEN.contains(folded) && first + 1 < words.length) {
      given += " " + words[first + 1];
    }
    return given.codePoints().anyMatch(Character::isLetter) ? given : null;
  }
}
