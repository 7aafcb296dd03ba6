package org.silah.constituents.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.constituents.likeness.NameLikeness.Verdict;
import org.silah.kernel.SharedData;

/** Two names, and nothing else to go by. */
class NameLikenessTest {

  private final NameLikeness likeness = new NameLikeness(NameVariants.builtIn());

  @ParameterizedTest
  @CsvSource({
      "أحمد, احمد", "عبد الله, عبدالله", "فاطمة الزهراني, فاطمه الزهرانى", "محمد بن عبد الله القحطاني, محمد عبدالله القحطاني", "مُحَمَّد علي, محمـــد علي",
      "محمد, Mohammed", "محمد, Muhamad", "محمد علي, Mohamed Ali", "Mohammed Al Ghamdi, Muhamad Alghamdi", "أبو بكر أحمد, Abubakr Ahmed",
      "صلاح الدين يوسف, Salah Eddine Youssef", "فاطمة بنت سعد الزهراني, Fatimah Saad Al-Zahrani", "نورة الدوسري, Norah Aldosari",
      "عبدالرحمن الشهري, Abdul Rahman Al Shehri", "محمد القحطاني, محمد القحطني"})
  void spellingsOfOneNameAreTheSame(String a, String b) {
    assertThat(Verdict.of(likeness.of(a, b))).as("%s, %s: %s", a, b, likeness.of(a, b)).isEqualTo(Verdict.SAME);
  }

  @ParameterizedTest
  @CsvSource({
      "حسن علي, حسين علي", "سعد العتيبي, سعيد العتيبي", "سلمان الراجحي, سليمان الراجحي", "عمر الحربي, عمرو الحربي", "ريم القرني, مريم القرني", "حسن, Hussein",
      "سعد, Saeed", "Hassan, Hussein", "عبدالرحمن محمد, عبدالرحيم محمد", "محمد أحمد القحطاني, محمد سالم القحطاني", "نورة العتيبي, سارة العتيبي", "'', محمد"})
  void namesThatOnlyLookAlikeAreTwo(String a, String b) {
    assertThat(Verdict.of(likeness.of(a, b))).as("%s, %s: %s", a, b, likeness.of(a, b)).isEqualTo(Verdict.DIFFERENT);
  }

  @ParameterizedTest
  @CsvSource({"أحمد القحطاني, أحمد محمد القحطاني", "محمد, محمد القحطاني", "علي حسن, حسن علي"})
  void aNameThatLeavesPartsOutMayBeTheSame(String a, String b) {
    assertThat(Verdict.of(likeness.of(a, b))).as("%s, %s: %s", a, b, likeness.of(a, b)).isEqualTo(Verdict.MAYBE);
  }

  @Test
  void itDoesNotMatterWhichNameIsToldFirst() {
    var names = List.of("محمد بن سالم القحطاني", "Mohamed Salem Al Qahtani", "محمد القحطاني", "أم يوسف", "", "١٢٣", "Ali", "آل سعود", "x y z w v u");
    for (var a : names) {
      for (var b : names) {
        assertThat(likeness.of(a, b)).isEqualTo(likeness.of(b, a)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void whateverIsTypedHasAnAnswer() {
    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      var a = random.ints(random.nextInt(60), 0, 0x2FFF).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
      assertThat(likeness.of(a, a.length() > 3 ? a.substring(2) : "محمد")).as(a).isBetween(0.0, 1.0);
    }
    assertThat(likeness.of("م".repeat(100_000), "m".repeat(100_000))).isBetween(0.0, 1.0);
  }

  @Test
  void arabicAndLatinSpellingsOfThousandsOfNamesAreFoundAndOthersAreNot() {
    var pairs = SharedData.lines("names/wd_arabic_80.tsv").stream().map(line -> line.split("\t")).toList();
    var random = new Random(1);
    long found = 0;
    long wrong = 0;
    long maybe = 0;
    for (var pair : pairs) {
      var arabic = pair[1].replace(" ", "");
      found += likeness.of(pair[0], arabic) >= NameLikeness.SAME ? 1 : 0;
      var other = pairs.get(random.nextInt(pairs.size()));
      if (!other[0].equals(pair[0]) && !other[1].equals(pair[1])) {
        double score = likeness.of(pair[0], other[1].replace(" ", ""));
        wrong += score >= NameLikeness.SAME ? 1 : 0;
        maybe += score >= NameLikeness.MAYBE ? 1 : 0;
      }
    }
    assertThat((double) found / pairs.size()).as("recall").isGreaterThan(0.92);
    assertThat((double) wrong / pairs.size()).as("false matches").isLessThan(0.001);
    assertThat((double) maybe / pairs.size()).as("false matches and perhapses").isLessThan(0.002);
  }
}
