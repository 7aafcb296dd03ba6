package org.silah.constituents.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.TwoBranches;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.silah.constituents.imports.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** People are found although a letter is wrong, by what they are called, by some digits of a phone, by where they live; the likelier first. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Registry.class, FrontDoor.class, ImportDesk.class, TwoBranches.class})
class FindingTest {

  private static final String LIST = """
      الاسم;الكنية;الجوال;المدينة;الحي;الشارع;الصفة
      خالد بن محمد القحطاني;أبو محمد;0551234567;الرياض;حي النرجس;شارع الملك فهد;متبرع
      سعاد ناصر الدوسري;أم خالد;0567890123;مكة المكرمة;العزيزية;;متبرع
      عبدالمجيد فهد الشمراني;;0533334444;أبها;;;متبرع
      محمد سعد الرشيدي;;0512121212;الرياض;حي الملقا;;متبرع
      محمد عوض الرشيدي;;0512121399;جدة;حي الصفا;;متبرع
      Yusuf Abdulkarim Siddiqui;;0599998888;جدة;;;متبرع
      """;

  @Autowired Registry registry;
  @Autowired ImportDesk desk;
  @Autowired TwoBranches charity;

  private static boolean settled;

  @BeforeEach
  void aCharityWithAList() {
    if (!settled) {
      settled = true;
      desk.bring("clients", LIST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // another letter, one too few, one too many, two exchanged; first, middle and last
    "القحطامي, خالد بن محمد القحطاني", "القحطني, خالد بن محمد القحطاني", "القحططاني, خالد بن محمد القحطاني", "القحاطني, خالد بن محمد القحطاني",
    "الشمرانى, عبدالمجيد فهد الشمراني", "شمراتي, عبدالمجيد فهد الشمراني", "عبدالمجبد, عبدالمجيد فهد الشمراني", "عبد المحيد الشمراني, عبدالمجيد فهد الشمراني",
    "محمد الرسيدي سعد, محمد سعد الرشيدي", "خاالد القحطاني, خالد بن محمد القحطاني", "نصار سعاد, سعاد ناصر الدوسري",
    "Yusuf Sidiqui, Yusuf Abdulkarim Siddiqui", "Yusfu, Yusuf Abdulkarim Siddiqui", "Siddiqvi Yusuf, Yusuf Abdulkarim Siddiqui",
    // a slip in the other script
    "Shamarani Abdulmagid, عبدالمجيد فهد الشمراني", "Alkahtami, خالد بن محمد القحطاني", "Dosalri, سعاد ناصر الدوسري",
  })
  void aSlipOfOneLetterHidesNobody(String typed, String name) {
    assertThat(names(typed)).as(typed).first().isEqualTo(name);
  }

  @Test
  void aWordJustWrittenDownIsFoundWithASlipAtOnceAndAnExactNameStandsFirst() {
    var exact = registry.add("kind", "person", "name", "ثنيان الزغيبي");
    var near = registry.add("kind", "person", "name", "ثنيان الزغيني");
    assertThat(registry.search("الزغيبي")).containsExactly(exact.toString(), near.toString());
    assertThat(registry.search("الزغييي")).containsExactlyInAnyOrder(exact.toString(), near.toString());
    assertThat(registry.search("ثنبان")).contains(exact.toString(), near.toString());
    // three letters have too many neighbours
    assertThat(registry.search("ثني")).contains(exact.toString());
    assertThat(registry.search("ثبي")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "أبو محمد, خالد بن محمد القحطاني", "ابو محمد, خالد بن محمد القحطاني", "ابا محمد, خالد بن محمد القحطاني", "أبي محمد القحطاني, خالد بن محمد القحطاني",
    "بو محمد, خالد بن محمد القحطاني", "Abu Mohammed, خالد بن محمد القحطاني", "abou muhammad alqahtani, خالد بن محمد القحطاني", "خالد ابو محمد, خالد بن محمد القحطاني",
    "أم خالد, سعاد ناصر الدوسري", "ام خالد الدوسري, سعاد ناصر الدوسري", "Um Khalid, سعاد ناصر الدوسري", "Umm Khaled, سعاد ناصر الدوسري",
  })
  void aKunyaIsFoundHoweverItIsWritten(String typed, String name) {
    assertThat(names(typed)).as(typed).contains(name);
  }

  @Test
  void aKunyaThatIsPartOfTheNameIsFoundToo() {
    registry.add("kind", "person", "name", "أم فيصل العنزي");
    assertThat(names("ام فيصل")).containsExactly("أم فيصل العنزي");
    assertThat(names("Um Faisal")).contains("أم فيصل العنزي");
  }

  @ParameterizedTest
  @CsvSource({
    "4567, خالد بن محمد القحطاني", "٤٥٦٧, خالد بن محمد القحطاني", "234567, خالد بن محمد القحطاني", "12345, خالد بن محمد القحطاني", "١٢٣٤٥, خالد بن محمد القحطاني",
    "51 2345, خالد بن محمد القحطاني", "0551234, خالد بن محمد القحطاني", "88888, nobody", "9999 888, Yusuf Abdulkarim Siddiqui", "78901, سعاد ناصر الدوسري",
    "محمد 1399, محمد عوض الرشيدي", "محمد ١٢١٢, محمد سعد الرشيدي", "الرشيدي 21399, محمد عوض الرشيدي",
  })
  void someDigitsOfAPhoneAreEnough(String typed, String name) {
    assertThat(names(typed)).as(typed).isEqualTo(name.equals("nobody") ? List.of() : List.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "محمد الرياض, محمد سعد الرشيدي", "محمد رياض, محمد سعد الرشيدي", "الرياض محمد, محمد سعد الرشيدي", "الرشيدي الصفا, محمد عوض الرشيدي", "محمد حي الصفا, محمد عوض الرشيدي",
    "سعاد مكة المكرمة, سعاد ناصر الدوسري", "سعاد مكه, سعاد ناصر الدوسري", "خالد شارع الملك فهد, خالد بن محمد القحطاني", "النرجس, خالد بن محمد القحطاني",
    "العزيزيه, سعاد ناصر الدوسري", "Yusuf جده, Yusuf Abdulkarim Siddiqui",
  })
  void whereSomebodyLivesNarrowsTheNameDown(String typed, String name) {
    assertThat(names(typed)).as(typed).first().isEqualTo(name);
    assertThat(names(typed)).as(typed).doesNotContain("عبدالمجيد فهد الشمراني").hasSizeLessThan(3);
  }

  @Test
  void nobodyIsFoundByAnAddressUnderProtection() {
    var id = registry.add("kind", "person", "name", "ليان الحازمي");
    registry.send("/clients/" + id + "/addresses", "city", "رنية", "district", "الوادي", "source", "client");
    assertThat(names("ليان رنية")).containsExactly("ليان الحازمي");
    var address = registry.rows("select id from constituents.address where party_id = ?", id.value()).getFirst().get("id");
    assertThat(registry.send("/clients/" + id + "/addresses/" + address + "/protection")).hasStatus(302);
    assertThat(names("ليان رنية")).isEmpty();
    assertThat(names("رنيه")).isEmpty();
    assertThat(names("الوادي")).isEmpty();
  }

  @Test
  void ofThoseWhoFitEquallyWhomWeDealWithStandsFirstAndWhoDiedLast() {
    var died = registry.add("kind", "person", "name", "صقر البلوي", "roles", "donor");
    var quiet = registry.add("kind", "person", "name", "صقر البلوي", "confirmed", "yes");
    var volunteer = registry.add("kind", "person", "name", "صقر البلوي", "roles", "volunteer", "confirmed", "yes");
    var gave = registry.add("kind", "person", "name", "صقر البلوي", "confirmed", "yes");
    charity.gift(gave.value(), "150");
    assertThat(registry.send("/clients/" + died + "/death", "on", "2025-01-01")).hasStatus(302);
    var longer = registry.add("kind", "person", "name", "صقر البلوي الحربي");
    assertThat(registry.search("صقر البلوي")).containsExactly(ids(gave, volunteer, quiet, died, longer));
    assertThat(registry.search("صقر الب")).containsExactly(ids(gave, volunteer, quiet, longer, died));
  }

  @Test
  void theBetterFitStandsFirst() {
    var exact = registry.add("kind", "person", "name", "رامز نعيم");
    var begun = registry.add("kind", "person", "name", "رامز نعيمان");
    var slipped = registry.add("kind", "person", "name", "رامز نعير");
    assertThat(registry.search("نعيم")).containsExactly(ids(exact, begun, slipped));
  }

  @ParameterizedTest
  @CsvSource({
    "ohg] hgrp'hkd, خالد بن محمد القحطاني", "ohg], خالد بن محمد القحطاني", "lpl] su], محمد سعد الرشيدي", "suh], سعاد ناصر الدوسري", "uf]hgl[d], عبدالمجيد فهد الشمراني",
    // on a Mac the letters of the lowest row stand elsewhere: د on V, ر on N, و on M, ذ on C, ز on B
    "ohgv hgrpxhkd, خالد بن محمد القحطاني", "ghwv, nobody", "lplv suv, محمد سعد الرشيدي",
    // Arabic for Latin
    "غعسعب, Yusuf Abdulkarim Siddiqui", "غعسعب سهييهضعه, Yusuf Abdulkarim Siddiqui",
  })
  void whatWasTypedOnTheOtherKeyboardIsRescued(String typed, String name) {
    assertThat(names(typed).stream().limit(1).toList()).as(typed).isEqualTo(name.equals("nobody") ? List.of() : List.of(name));
    if (!name.equals("nobody")) {
      assertThat(Registry.text(registry.open("/search?q=" + Registry.encoded(typed)))).contains("هل تقصد «", name);
      assertThat(Registry.text(registry.open("/search/hits?q=" + Registry.encoded(typed)))).contains("هل تقصد «", name);
    }
  }

  @Test
  void whatIsFoundAsItStandsIsNotReadOnTheOtherKeyboard() {
    for (var typed : List.of("خالد", "Yusuf", "Khalid Alqahtani", "القحطاني", "0551234567")) {
      assertThat(Registry.text(registry.open("/search?q=" + Registry.encoded(typed)))).as(typed).doesNotContain("هل تقصد").contains("class=\"hit\"");
      assertThat(Registry.text(registry.api(HttpMethod.GET, "/api/v1/search?q=" + Registry.encoded(typed), null))).contains("\"meant\":null");
    }
    assertThat(Registry.text(registry.api(HttpMethod.GET, "/api/v1/search?q=" + Registry.encoded("ohg]"), null))).contains("\"meant\":\"خالد\"");
  }

  @Test
  void noneOfTheseWaysLeadsOutOfSight() {
    var far = charity.client(charity.riyadh(), "هيثم الجربوعي", "phone", "0544443333");
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/" + far);
    maha.post("/clients/" + far + "/addresses", "city", "تثليث", "source", "client");
    var near = charity.inJeddah(Role.REGISTRAR);
    for (var typed : List.of("الجربوغي", "3333", "44433", "هيثم تثليث", "هيثم 3333", "تثليث", "idel hg[vf,ud")) {
      assertThat(Browser.body(maha.get("/search?q=" + Registry.encoded(typed)))).as(typed).contains("/clients/" + far);
      assertThat(Browser.body(near.get("/search?q=" + Registry.encoded(typed)))).as(typed).doesNotContain(far.toString()).doesNotContain("الجربوعي");
    }
  }

  private static String[] ids(PartyId... parties) {
    return java.util.Arrays.stream(parties).map(PartyId::toString).toArray(String[]::new);
  }

  private List<String> names(String typed) {
    var names = new ArrayList<String>();
    for (var id : registry.search(typed)) {
      names.add((String) registry.rows("select display_name from constituents.party where id = ?", UUID.fromString(id)).getFirst().get("display_name"));
    }
    return names;
  }
}
