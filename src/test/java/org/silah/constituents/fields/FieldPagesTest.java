package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The administrator decides what the charity wants to know of its clients. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class})
class FieldPagesTest {

  @Autowired Workshop workshop;

  @Test
  void aFieldIsMadeChangedRetiredBroughtBackAndDeletedWhileNobodyUsedIt() {
    var admin = workshop.as(Role.ADMINISTRATOR);
    workshop.field("school", "text", "labelAr", "المدرسة", "labelEn", "School", "helpAr", "اسمها كاملًا", "helpEn", "Its full name", "kinds", "person", "kinds", "family");
    var list = Browser.body(admin.get("/settings/fields"));
    assertThat(list).contains("School", "المدرسة", "Line of text", "Personal facts");
    assertThat(Browser.body(admin.get("/settings/fields?kind=family"))).contains("School");
    assertThat(Browser.body(admin.get("/settings/fields?kind=agency"))).doesNotContain("School").contains("No custom fields for this kind");
    assertThat(Browser.body(admin.get("/settings/fields/school"))).contains("Its full name", "school");
    assertThat(admin.post("/settings/fields/school", "labelAr", "المدرسة أو الجامعة", "labelEn", "School or university", "kinds", "person", "group", "attitudes", "need", "always",
        "code", "other", "type", "flag")).hasStatus(302);
    assertThat(workshop.rows("select code, type, profile_group, need from constituents.custom_field where label_en = 'School or university'"))
        .containsExactly(java.util.Map.of("code", "school", "type", "text", "profile_group", "attitudes", "need", "always"));
    assertThat(admin.post("/settings/fields/school/retirement")).hasStatus(302);
    assertThat(Browser.body(admin.get("/settings/fields"))).contains("retired");
    assertThat(admin.post("/settings/fields/school/return")).hasStatus(302);
    assertThat(admin.post("/settings/fields/school/removal")).hasStatus(302);
    assertThat(admin.get("/settings/fields/school")).hasStatus(404);
    assertThat(admin.post("/settings/fields/school/removal")).hasStatus(404);
    assertThat(workshop.audit("school").stream().map(entry -> entry.substring(0, entry.indexOf(' '))))
        .containsExactly("field.add", "field.change", "field.retire", "field.return", "field.remove");
    assertThat(Browser.body(admin.get("/audit"))).contains("Custom field added", "Custom field deleted");
  }

  @Test
  void aFieldThatSomebodyHasStays() {
    var admin = workshop.as(Role.ADMINISTRATOR);
    workshop.field("kept_one", "text");
    workshop.saved(workshop.client("سعاد الزهراني"), "f-kept_one", "شيء");
    assertThat(admin.post("/settings/fields/kept_one/removal")).hasStatus(422);
    assertThat(admin.get("/settings/fields/kept_one")).hasStatusOk();
    assertThat(Browser.body(admin.get("/settings/fields/kept_one"))).doesNotContain("/settings/fields/kept_one/removal");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "code|Schule Nr|code", "code|9lives|code", "code||code", "labelAr||labelAr", "labelEn|‮|labelEn", "kinds|planet|kinds", "type|json|type", "group|tenth|group",
      "need|role:king|need", "need|value:nothing|need", "need|sometimes|need", "viewers|king|viewers", "longest|0|longest", "longest|abc|longest"})
  void whatIsWrongInAFieldIsSaidBesideItsBox(String box, String typed, String told) {
    var answer = workshop.tryField("odd_one", "text", box, typed == null ? "" : typed, box.equals("code") ? "longest" : "helpAr", "");
    if (!box.equals("code")) {
      assertThat(answer).hasStatus(422);
    }
    assertThat(answer.getResponse().getStatus()).isIn(422);
    assertThat(Browser.body(answer)).containsAnyOf("id=\"" + told + "-error\"", "class=\"err\"");
    assertThat(workshop.rows("select 1 from constituents.custom_field where code = 'odd_one'")).isEmpty();
  }

  @Test
  void numbersAmountsAndChoicesAreHeldToTheirBounds() {
    assertThat(workshop.tryField("n1", "number", "decimals", "7")).hasStatus(422);
    assertThat(workshop.tryField("n1", "number", "least", "5", "greatest", "3")).hasStatus(422);
    assertThat(workshop.tryField("m1", "money", "currency", "XYZQ")).hasStatus(422);
    assertThat(workshop.tryField("c1", "choice")).hasStatus(422);
    assertThat(workshop.tryField("c1", "choice", "optionAr", "نعم", "optionEn", "")).hasStatus(422);
    assertThat(workshop.tryField("c1", "choice", "optionAr", "أ؛ب", "optionEn", "a")).hasStatus(422);
    workshop.field("n1", "number", "least", "3", "greatest", "5", "decimals", "2");
    assertThat(workshop.tryField("n1", "number")).as("a code is of one field").hasStatus(422);
  }

  @Test
  void choicesAreOrderedRenamedRetiredAndOnlyUnusedOnesRemoved() {
    var admin = workshop.as(Role.ADMINISTRATOR);
    workshop.field("size", "choice", "optionAr", "كبير", "optionEn", "Large", "optionPlace", "2", "optionAr", "صغير", "optionEn", "Small", "optionPlace", "1", "optionAr", "",
        "optionEn", "", "optionPlace", "", "optionAr", "كبير", "optionEn", "Large", "optionPlace", "3");
    assertThat(options("size")).containsExactly("small", "large", "large_2");
    var client = workshop.client("منى القحطاني");
    workshop.saved(client, "f-size", "large");
    assertThat(change(admin, "small")).as("one in use is gone").hasStatus(422);
    assertThat(change(admin, "small", "large")).hasStatus(302);
    assertThat(options("size")).containsExactly("small", "large");
    assertThat(admin.post("/settings/fields/size", "labelAr", "الحجم", "labelEn", "Size", "kinds", "person", "group", "personal", "need", "never", "optionCode", "large", "optionAr", "ضخم",
        "optionEn", "Huge", "optionPlace", "1", "optionCode", "small", "optionAr", "صغير", "optionEn", "Small", "optionPlace", "2", "optionRetired", "large")).hasStatus(302);
    assertThat(workshop.profile(Role.REGISTRAR, client)).contains("Huge");
    var form = Browser.body(workshop.as(Role.REGISTRAR).get(Workshop.form(client, "personal")));
    assertThat(form).as("held, so still there").contains("value=\"large\" selected");
    var other = workshop.client("هيا القحطاني");
    assertThat(Browser.body(workshop.as(Role.REGISTRAR).get(Workshop.form(other, "personal")))).doesNotContain("value=\"large\"").contains("value=\"small\"");
    assertThat(workshop.save(Role.REGISTRAR, other, "f-size", "large")).hasStatus(422);
    workshop.saved(client, "f-size", "large");
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult change(Browser admin, String... kept) {
    var sent = new java.util.ArrayList<>(List.of("labelAr", "الحجم", "labelEn", "Size", "kinds", "person", "group", "personal", "need", "never"));
    for (var code : kept) {
      sent.addAll(List.of("optionCode", code, "optionAr", code.equals("small") ? "صغير" : "كبير", "optionEn", code));
    }
    return admin.post("/settings/fields/size", sent.toArray(String[]::new));
  }

  private List<String> options(String field) {
    return workshop.rows("select o.code from constituents.custom_option o join constituents.custom_field f on f.id = o.field_id where f.code = ? order by o.place", field).stream()
        .map(row -> (String) row.get("code")).toList();
  }

  @Test
  void fieldsOfAGroupAreMovedUpAndDownWithoutScript() {
    var admin = workshop.as(Role.ADMINISTRATOR);
    for (var code : List.of("one", "two", "three")) {
      workshop.field(code, "flag", "group", "dues");
    }
    assertThat(dues()).containsExactly("one", "two", "three");
    assertThat(admin.post("/settings/fields/three/rise")).hasStatus(302);
    assertThat(dues()).containsExactly("one", "three", "two");
    admin.post("/settings/fields/one/descent");
    admin.post("/settings/fields/one/descent");
    admin.post("/settings/fields/one/descent");
    assertThat(dues()).containsExactly("three", "two", "one");
    assertThat(admin.post("/settings/fields/nothing/rise")).hasStatus(404);
  }

  private List<String> dues() {
    return workshop.rows("select code from constituents.custom_field where profile_group = 'dues' order by place").stream().map(row -> (String) row.get("code")).toList();
  }
}
