package org.silah.constituents.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is who in a list that says nothing of it. */
class WholeListTest {

  private static final List<String> FAMILIES = List.of("القحطاني", "الغامدي", "الزهراني", "الحربي", "العتيبي", "المطيري", "الشهري", "العمري", "الدوسري", "السبيعي");
  private static final List<String> GIVEN = List.of("محمد", "سارة", "خالد", "نورة", "علي", "هند", "سعد", "ريم", "فهد", "منى", "ماجد", "لمى",
      "بندر", "هيفاء", "تركي", "جواهر", "سلطان", "عبير", "مشعل", "دلال", "زياد", "حصة", "نايف", "أروى", "ياسر", "رنا", "طلال", "عائشة", "وليد", "أسماء", "هاني",
      "بشرى", "عمار", "صفية", "باسم", "نجلاء");
  private static final List<String> FATHERS = List.of("سالم", "صالح", "ناصر", "يوسف", "إبراهيم", "عبدالله", "راشد", "حمد");

  /** Forty families of six who share a phone and a house, and nothing else told of them. */
  private final List<Traits> town = new ArrayList<>(IntStream.range(0, 240).mapToObj(WholeListTest::person).toList());

  private static Traits person(int number) {
    int family = number / 6;
    var name = GIVEN.get((number * 7 + family) % GIVEN.size()) + " " + FATHERS.get(family % FATHERS.size()) + " " + FAMILIES.get((family * 3) % FAMILIES.size());
    return record(name, "+96655%07d".formatted(family * 7919), List.of("حي", "النخيل", String.valueOf(family)));
  }

  private static Traits record(String name, String phone, List<String> address) {
    return new Traits(Traits.Sort.PERSON, List.of(Name.of(name)), null, phone.isEmpty() ? List.of() : List.of(phone), List.of(), List.of(), address, null);
  }

  private List<WholeList.Pair> found() {
    return new WholeList(town, NameVariants.builtIn()).pairs(new Random(1));
  }

  @Test
  void familiesWhoShareAPhoneAreNoDuplicates() {
    assertThat(found()).isEmpty();
  }

  @Test
  void theSamePersonInAnotherSpellingAndInLatinLettersIsFoundAmongThem() {
    var name = String.join(" ", town.get(8).names().getFirst().parts());
    town.add(record(name.replace("ة", "ه"), town.get(8).phones().getFirst(), List.of()));
    town.add(record("Khaled Saleh Alharbi", "+966555500001", List.of()));
    town.add(record("خالد صالح الحربي", "+966555500001", List.of()));
    assertThat(found()).extracting(WholeList.Pair::a, WholeList.Pair::b)
        .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(8, 240), org.assertj.core.groups.Tuple.tuple(241, 242));
  }

  @Test
  void toShareACommonNameSaysLittleToShareARareOneMuch() {
    for (int i = 0; i < 60; i++) {
      town.add(record("محمد القحطاني", "", List.of()));
    }
    town.add(record("غيداق السلهوبي", "", List.of()));
    town.add(record("غيداق السلهوبي", "", List.of()));
    assertThat(found()).extracting(WholeList.Pair::a, WholeList.Pair::b).containsExactly(org.assertj.core.groups.Tuple.tuple(300, 301));
  }

  @Test
  void anEmptyListAndRecordsOfNothingHaveNoDuplicates() {
    assertThat(new WholeList(List.of(), NameVariants.builtIn()).pairs(new Random(1))).isEmpty();
    var nothing = new Traits(Traits.Sort.PERSON, List.of(Name.of("")), null, List.of(), List.of(), List.of(), List.of(), null);
    assertThat(new WholeList(List.of(nothing, nothing, nothing), NameVariants.builtIn()).pairs(new Random(1))).isEmpty();
  }

  @Test
  void aCrowdOfOneNameCostsNoMillionsOfComparisons() {
    for (int i = 0; i < 20_000; i++) {
      town.add(record("محمد القحطاني", "", List.of()));
    }
    assertThat(found()).isEmpty();
  }
}
