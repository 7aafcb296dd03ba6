package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.silah.kernel.PersonName.clean;
import static org.silah.kernel.PersonName.fold;
import static org.silah.kernel.PersonName.sameName;
import static org.silah.kernel.PersonName.searchForms;
import static org.silah.kernel.PersonName.tokens;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({"أَحْمَد بن عبدِ الله, احمد بن عبد الله", "فاطمـــة, فاطمه", "مُصْطَفى, مصطفي", "ٱلرَّحمن, الرحمن",
      "مؤمن رئيس, مومن رييس", "ﷲ, الله", "ﻻﻓﻲ, لافي",
      "علی کریمی, علي كريمي", "رقم ١٢٣ و۴۵۶, رقم 123 و456", "José  ÁLVAREZ, jose alvarez",
      "Sa'ad Al-Qur’an ʿAlī, saad al quran ali", "Straße Ødegård Łódź, strasse odegard lodz",
      "د. محمد (أبو خالد)، جدة, د محمد ابو خالد جده", "ＡＢＣ１２, abc12", "İstanbul IŞIL, istanbul isil", "عبد\u200Cالله, عبدالله",
      "👨‍👩‍👧 سعد, سعد", "محمد\u200F\u202A علي, محمد علي", "हिन्दी, हिन्दी", "홍길동, 홍길동"})
  void aNameHasOneFoldedSpelling(String typed, String folded) {
    assertThat(fold(typed)).isEqualTo(folded);
  }

  @Test
  void foldingSatisfiesTheCasesOfTheSearchEngine() {
    var cases = Pattern.compile("\"in\": \"([^\"]*)\",\\s*\"out\": \"([^\"]*)\"");
    var text = String.join("\n", SharedData.lines("arabic/lucene_arabic_cases.json"));
    var found = cases.matcher(text.substring(text.indexOf("\"normalise\""), text.indexOf("\"light_stem\"")));
    int seen = 0;
    for (; found.find(); seen++) {
      assertThat(fold(found.group(1))).isEqualTo(found.group(2));
    }
    assertThat(seen).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({"عبد الله, عبدالله", "عبدالله, عبدالله", "عبد ال رحمن, عبدالرحمن", "عبد الرحمن بن أبي بكر, عبدالرحمن ابوبكر",
      "أبو بكر, ابوبكر", "ابا الخيل, ابوالخيل", "أم كلثوم بنت سعد, امكلثوم سعد",
      "محمد بن سلمان آل سعود, محمد سلمان السعود", "محمد سلمان ال سعود, محمد سلمان السعود", "محمد سلمان السعود, محمد سلمان السعود",
      "آل الشيخ, الشيخ", "صلاح الدين, صلاحالدين", "صلاحالدين, صلاحالدين",
      "نصر الله, نصرالله", "أُبيّ بن كعب, ابي كعب", "عبد, عبد", "بن, بن", "ابن باز, باز", "عبيد القحطاني, عبيد القحطاني",
      "ذو الفقار, ذوالفقار",
      "Abd Allah, abdullah", "Abdullah, abdullah", "ABDALLA, abdullah", "Abd el-Rahman, abdulrahman", "Abdul Rahman, abdulrahman",
      "abdurrahman, abdulrahman", "Abdel-Rahman, abdulrahman", "Abdur Rahman, abdulrahman",
      "Abd Alrahman, abdulrahman", "Mohammed bin Salman Al Saud, mohammed salman alsaud", "Abu Bakr, abubakr",
      "Abu al-Khair, abualkhair", "Aboul Khair, abualkhair", "Umm Kulthum, umkulthum",
      "Salah El Din, salahaldin", "Salahuddin, salahaldin", "Salah al-Din, salahaldin", "Nour Eldin, nouraldin",
      "Noureddine, nouraldin", "ash-Shehri, alshehri", "As Sayed, alsayed", "Nadine, nadine", "Abdo, abdo",
      "Fatima Ben Ali, fatima ali", "Ben Smith, ben smith"})
  void aNameHasItsParts(String typed, String parts) {
    assertThat(String.join(" ", tokens(typed))).isEqualTo(parts);
  }

  @Test
  void nothingHasNoParts() {
    assertThat(tokens("")).isEmpty();
    assertThat(tokens(" ،.؛ 🌙 ")).isEmpty();
  }

  @Test
  void aFamilyNameIsFoundWithAndWithoutItsArticle() {
    assertThat(searchForms("القحطاني")).containsExactly("القحطاني", "قحطاني");
    assertThat(searchForms("قحطاني")).containsExactly("قحطاني");
    assertThat(searchForms("alqahtani")).containsExactly("alqahtani", "qahtani");
    assertThat(searchForms("elsayed")).containsExactly("elsayed", "sayed");
    assertThat(searchForms("علي")).containsExactly("علي");
    assertThat(searchForms("ali")).containsExactly("ali");
  }

  @ParameterizedTest
  @ValueSource(strings = {"أحمد بن عبد الله الغامدي/احمد عبدالله الغامدى", "فاطمة محمد/فاطمه  مُحمد", "محمد آل سعود/محمد السعود",
      "Mohammed bin Ali/MOHAMMED ALI", "عبد الرحمن صلاح الدين/عبدالرحمن صلاحالدين",
      "José/JOSE", "آلاء سعيد/الاء سعيد"})
  void typingDoesNotMakeAnotherPerson(String two) {
    var names = two.split("/");
    assertThat(sameName(names[0], names[1])).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"حسن علي/حسين علي", "سعد محمد/سعيد محمد", "محمد علي/علي محمد", "محمد/محمد علي", "عبدالله/عبد",
      "خالد/خالدة", "Hassan/Hussein", "عبدالرحمن/عبدالرحيم", " / ", "🌙/🌙"})
  void differentNamesAreNotTheSame(String two) {
    var names = two.split("/");
    assertThat(sameName(names[0], names[1])).isFalse();
  }

  @Test
  void aNameIsKeptAsItWasTypedWithoutWhatNobodySees() {
    assertThat(clean("  مُحَمَّـد \u00A0\u2003 بن\tعلي\r\n")).isEqualTo("مُحَمَّـد بن علي");
    assertThat(clean("a\u0000b\u001B[31m\u202Ec\u2066d\u200Fe\u061Cf\u0085g\u007F")).isEqualTo("ab[31mcdef g");
    assertThat(clean("<script>'\"; -- O’Neil 👨‍👩‍👧 عبد\u200Cالله")).isEqualTo("<script>'\"; -- O’Neil 👨‍👩‍👧 عبد\u200Cالله");
    assertThat(clean("e\u0301")).isEqualTo("é");
    assertThat(clean("a\uD800b\uDC00\uD83C\uDF19")).isEqualTo("a\uFFFDb\uFFFD\uD83C\uDF19");
    assertThat(clean("\u0000\u202E \u200F")).isEmpty();
  }

  @Test
  void hostileNamesAreKeptFoldedAndDividedWithoutComplaint() {
    for (var line : SharedData.lines("csv/naughty_strings.json")) {
      assertSteady(line);
    }
  }

  @Test
  void foldingTwiceChangesNothing() {
    var random = new Random(1447);
    for (int i = 0; i < 20_000; i++) {
      assertSteady(text(random, 1 + random.nextInt(12)));
    }
  }

  @Test
  void everyCharacterFoldsForGood() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x20000 ? 1 : 97) {
      var folded = fold(Character.toString(c));
      if (!fold(folded).equals(folded)) {
        fail("U+%04X folds to %s and then to %s", c, folded, fold(folded));
      }
    }
  }

  @Test
  @Timeout(60)
  void longTextTakesNoLongerThanItsLength() {
    for (var piece : new String[] {"عبد ", "الله ", "ابو ", "ال", "al ", "abd", "\u0301\u0316", "\u0650\u0651",
        "\u09BC\u09CD\u0E38\u0E48", "\uFDFA", "👨‍👩‍👧", "ddin ", "eddin", " ", "\uD800", "د", "بن ", "x"}) {
      var text = piece.repeat(100_000 / piece.length());
      assertThat(fold(text).length() + clean(text).length()).isNotNegative();
      assertThat(tokens(text).stream().noneMatch(token -> Skeleton.of(token).isEmpty())).isTrue();
    }
  }

  private static void assertSteady(String text) {
    var folded = fold(text);
    assertThat(fold(folded)).isEqualTo(folded);
    assertThat(folded).doesNotContain("  ").doesNotStartWith(" ").doesNotEndWith(" ");
    var cleaned = clean(text);
    assertThat(clean(cleaned)).isEqualTo(cleaned);
    assertThat(tokens(text).stream().noneMatch(token -> PersonName.skeleton(token).isEmpty())).isTrue();
    assertThat(sameName(text, text)).isEqualTo(!tokens(text).isEmpty());
  }

  /** Mostly letters of names, now and then anything. */
  private static String text(Random random, int length) {
    var out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.appendCodePoint(switch (random.nextInt(6)) {
        case 0, 1 -> 0x0600 + random.nextInt(0x100);
        case 2 -> random.nextInt(0x250);
        case 3 -> 0x0300 + random.nextInt(0x70);
        case 4 -> random.nextInt(0x10000);
        default -> random.nextInt(Character.MAX_CODE_POINT + 1);
      });
    }
    return out.toString();
  }
}
