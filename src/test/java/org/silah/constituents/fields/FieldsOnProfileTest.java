package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.TwoBranches;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.Merging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** A field of the charity's own is asked, held to its type, and shown with its source. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class, TwoBranches.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsOnProfileTest {

  @Autowired Workshop workshop;
  @Autowired TwoBranches branches;
  @Autowired Merging merging;

  @BeforeAll
  void oneFieldOfEachType() {
    workshop.field("school", "text", "labelEn", "School", "labelAr", "المدرسة", "helpEn", "Its full name", "longest", "20");
    workshop.field("story", "long", "labelEn", "Story");
    workshop.field("income", "number", "labelEn", "Rooms", "decimals", "1", "least", "0", "greatest", "50");
    workshop.field("rent", "money", "labelEn", "Rent", "currency", "SAR", "least", "0");
    workshop.field("debt", "money", "labelEn", "Debt");
    workshop.field("ends", "date", "labelEn", "Lease ends");
    workshop.field("size", "choice", "labelEn", "Size", "optionAr", "صغير", "optionEn", "Small", "optionAr", "كبير", "optionEn", "Large");
    workshop.field("wants", "choices", "labelEn", "Wants", "optionAr", "عمل", "optionEn", "Work", "optionAr", "تدريب", "optionEn", "Training", "optionAr", "سكن", "optionEn", "Housing");
    workshop.field("smokes", "flag", "labelEn", "Smokes");
    workshop.field("paper", "file", "labelEn", "Paper");
    workshop.field("neighbour", "client", "labelEn", "Neighbour");
    workshop.field("licence", "text", "labelEn", "Licence of body", "kinds", "organisation");
  }

  @Test
  void everyTypeIsAskedKeptByItsTypeAndShownWithItsSource() {
    var neighbour = workshop.client("جار كريم العتيبي");
    var client = workshop.client("نورة بنت فهد السبيعي");
    var form = Browser.body(workshop.as(Role.REGISTRAR).get(Workshop.form(client, "personal")));
    assertThat(form).contains("Its full name", "School", "Small", "Training").doesNotContain("Licence of body");
    workshop.saved(client, "f-school", "مدرسة الأمل", "f-story", "سطر\nوسطر", "f-income", "٤٫٥", "f-rent", "1,250.50", "f-debt", "100 KWD", "f-ends", "1448/01/15", "f-size", "small",
        "f-wants", "", "f-wants", "housing", "f-wants", "work", "f-smokes", "no", "f-neighbour", "", "f-neighbour-text", String.valueOf(workshop.number(neighbour)), "source", "visit");
    var profile = workshop.profile(Role.REGISTRAR, client);
    assertThat(profile).contains("مدرسة الأمل", "سطر\nوسطر", ">4.5<", "1,250.50", "100.000", "KWD", "30 June 2026", "Small", "Work, Housing", "جار كريم العتيبي",
        "/clients/" + neighbour + "\"", "Visit");
    assertThat(workshop.rows("select text_value, number_value::text, minor_value, currency, day_value::text, flag_value, client_id from constituents.custom_value where party_id = ? order by text_value, minor_value",
        client.value())).hasSize(11);
    assertThat(workshop.rows("select minor_value, currency from constituents.custom_value where party_id = ? and minor_value is not null order by 1", client.value()).toString())
        .contains("100000", "KWD", "125050", "SAR");
    assertThat(workshop.rows("select day_value::text as day from constituents.custom_value where day_value is not null and party_id = ?", client.value()).getFirst()).containsEntry("day", "2026-06-30");
    assertThat(workshop.audit(client.toString())).anyMatch(entry -> entry.startsWith("client.field.change") && entry.contains("1250.50 SAR"));
    var timeline = Browser.body(workshop.inArabic(Role.REGISTRAR).get("/clients/" + client));
    assertThat(timeline).contains("المدرسة: مدرسة الأمل", "1448هـ");
  }

  @Test
  void whatChangesStandsBesideWhatWasAndWhatStaysIsNotWrittenAgain() {
    var client = workshop.client("ريم الحربي");
    workshop.saved(client, "f-school", "الأولى", "f-wants", "work", "f-wants", "housing");
    var before = workshop.rows("select updated_at from constituents.party where id = ?", client.value());
    workshop.saved(client, "f-school", "الأولى", "f-wants", "work", "f-wants", "housing");
    assertThat(workshop.rows("select updated_at from constituents.party where id = ?", client.value())).as("nothing new").isEqualTo(before);
    workshop.saved(client, "f-school", "الثانية", "f-wants", "housing", "f-wants", "training");
    workshop.saved(client, "f-school", "");
    assertThat(workshop.rows("select text_value, superseded_at is null as present from constituents.custom_value where party_id = ? and type = 'text' order by recorded_at", client.value()).toString())
        .isEqualTo("[{text_value=الأولى, present=false}, {text_value=الثانية, present=false}]");
    assertThat(workshop.rows("select o.code from constituents.custom_value v join constituents.custom_option o on o.id = v.option_id where party_id = ? and superseded_at is null order by 1",
        client.value()).toString()).isEqualTo("[{code=housing}, {code=training}]");
    assertThat(workshop.audit(client.toString()).stream().filter(entry -> entry.startsWith("client.field.change"))).hasSize(3);
  }

  @Test
  void whatIsNoValueIsSaidBesideItsBoxAndNothingIsHalfWritten() {
    var client = workshop.client("لطيفة الشمري");
    for (var wrong : java.util.Map.ofEntries(java.util.Map.entry("f-school", "أطول من عشرين حرفًا بكثير"), java.util.Map.entry("f-income", "abc"), java.util.Map.entry("f-rent", "-5"),
        java.util.Map.entry("f-debt", "5 شيء"), java.util.Map.entry("f-ends", "1448/13/40"), java.util.Map.entry("f-size", "medium"), java.util.Map.entry("f-wants", "gold"),
        java.util.Map.entry("f-smokes", "maybe"), java.util.Map.entry("f-paper", "x"), java.util.Map.entry("f-neighbour", "999999999")).entrySet()) {
      var answer = workshop.save(Role.REGISTRAR, client, "f-story", "قصة", wrong.getKey(), wrong.getValue());
      assertThat(answer).as(wrong.getKey()).hasStatus(422);
      assertThat(Browser.body(answer)).as(wrong.getKey()).contains("id=\"" + wrong.getKey() + "-error\"", "قصة");
      assertThat(workshop.rows("select 1 from constituents.custom_value where party_id = ?", client.value())).as(wrong.getKey()).isEmpty();
    }
    for (var number : java.util.List.of("51", "1.25", "5 ريال", "1e9", "9".repeat(40))) {
      assertThat(workshop.save(Role.REGISTRAR, client, "f-income", number)).as(number).hasStatus(422);
    }
    assertThat(workshop.save(Role.REGISTRAR, client, "f-rent", "5 KWD")).as("another currency").hasStatus(422);
    assertThat(workshop.as(Role.REGISTRAR).post(Workshop.form(client, "expected"), "f-school", "x")).as("no field there").hasStatus(404);
    assertThat(workshop.as(Role.REGISTRAR).get(Workshop.form(client, "tenth"))).hasStatus(404);
    workshop.saved(client);
    assertThat(workshop.rows("select 1 from constituents.custom_value where party_id = ?", client.value())).isEmpty();
  }

  @Test
  void aNewClientIsAskedWhatItsKindNeeds() {
    workshop.field("needed_one", "text", "labelEn", "Needed of volunteers", "need", "role:volunteer", "kinds", "family");
    workshop.field("needed_two", "text", "labelEn", "Needed of all families", "need", "always", "kinds", "family");
    workshop.field("has_car", "flag", "labelEn", "Has a car", "kinds", "family");
    workshop.field("plate", "text", "labelEn", "Plate", "need", "value:has_car", "kinds", "family");
    var desk = workshop.as(Role.REGISTRAR);
    assertThat(Browser.body(desk.get("/clients/new"))).contains("Needed of volunteers", "of-kinds of-family", "f-school");
    var answer = desk.post("/clients", "kind", "family", "name", "أسرة سالم", "roles", "volunteer", "f-has_car", "yes");
    assertThat(answer).hasStatus(422);
    assertThat(Browser.body(answer)).contains("f-needed_one-error", "f-needed_two-error", "f-plate-error");
    assertThat(workshop.rows("select 1 from constituents.party where display_name = 'أسرة سالم'")).isEmpty();
    assertThat(desk.post("/clients", "kind", "family", "name", "أسرة سالم", "f-needed_two", "شيء", "f-has_car", "no", "f-school", "ليس لها")).hasStatus(302);
    var family = PartyId.of((String) workshop.rows("select id::text as id from constituents.party where display_name = 'أسرة سالم'").getFirst().get("id"));
    assertThat(workshop.rows("select 1 from constituents.custom_value where party_id = ?", family.value())).as("only fields of families").hasSize(2);
    assertThat(workshop.save(Role.REGISTRAR, family, "f-needed_two", "")).hasStatus(422);
    assertThat(workshop.save(Role.REGISTRAR, family, "f-needed_two", "x", "f-has_car", "yes", "f-plate", "")).hasStatus(422);
    workshop.saved(family, "f-has_car", "yes", "f-plate", "ABC 1");
    assertThat(desk.post("/clients/" + family + "/roles", "role", "volunteer", "source", "staff")).hasStatus(302);
    assertThat(workshop.profile(Role.REGISTRAR, family)).as("missing since").contains("Needed of volunteers · needed");
    for (var code : java.util.List.of("needed_one", "needed_two", "plate", "has_car")) {
      workshop.as(Role.ADMINISTRATOR).post("/settings/fields/" + code + "/retirement");
    }
  }

  @Test
  void aRetiredFieldIsAskedNoMoreAndItsValueStays() {
    workshop.field("old_one", "text", "labelEn", "Old thing");
    var with = workshop.client("حصة المالكي");
    var without = workshop.client("حصة المطيري");
    workshop.saved(with, "f-old_one", "قيمة قديمة");
    workshop.as(Role.ADMINISTRATOR).post("/settings/fields/old_one/retirement");
    assertThat(workshop.profile(Role.REGISTRAR, with)).contains("قيمة قديمة");
    assertThat(workshop.profile(Role.REGISTRAR, without)).doesNotContain("Old thing");
    assertThat(Browser.body(workshop.as(Role.REGISTRAR).get(Workshop.form(with, "personal")))).doesNotContain("Old thing");
    workshop.saved(with, "f-old_one", "أخرى");
    assertThat(workshop.profile(Role.REGISTRAR, with)).contains("قيمة قديمة").doesNotContain("أخرى<");
  }

  @Test
  void aFileIsADocumentOfTheClient() {
    var client = workshop.client("عبير الدوسري");
    var other = workshop.client("غادة الدوسري");
    var paper = document(client, "عقد الإيجار");
    var foreign = document(other, "ورقة غيرها");
    assertThat(Browser.body(workshop.as(Role.REGISTRAR).get(Workshop.form(client, "personal")))).contains("عقد الإيجار").doesNotContain("ورقة غيرها");
    assertThat(workshop.save(Role.REGISTRAR, client, "f-paper", foreign)).hasStatus(422);
    workshop.saved(client, "f-paper", paper);
    assertThat(workshop.profile(Role.REGISTRAR, client)).contains("/clients/" + client + "/documents/" + paper);
    workshop.as(Role.REGISTRAR).post("/clients/" + client + "/documents/" + paper + "/withdrawal", "reason", "خطأ");
    assertThat(workshop.profile(Role.REGISTRAR, client)).contains("A document out of your sight, or taken back");
  }

  private String document(PartyId client, String title) {
    assertThat(workshop.as(Role.REGISTRAR).upload("/clients/" + client + "/documents", "file", "ورقة.txt", "نص عادي لا غير".getBytes(StandardCharsets.UTF_8), "kind", "other", "title", title,
        "who", "everyone")).hasStatus(302);
    return (String) workshop.rows("select id::text as id from constituents.document where party_id = ?", client.value()).getFirst().get("id");
  }

  @Test
  void whoIsNamedIsShownAsTheyAreNowAndOnlyToWhoSeesThem() {
    var far = branches.client(branches.riyadh(), "بعيد في الرياض");
    var near = new PartyId(branches.client(branches.jeddah(), "قريب في جدة"));
    workshop.saved(near, "f-neighbour", far.toString());
    var seen = Browser.body(branches.inJeddah(Role.REGISTRAR).get("/clients/" + near));
    assertThat(seen).contains("A client out of your sight").doesNotContain("بعيد في الرياض");
    assertThat(branches.inJeddah(Role.REGISTRAR).post(Workshop.form(near, "personal"), "f-neighbour", "", "f-neighbour-text", String.valueOf(workshop.number(new PartyId(far))))).hasStatus(422);
    assertThat(branches.inJeddah(Role.REGISTRAR).post(Workshop.form(near, "personal"), "f-neighbour", far.toString(), "f-neighbour-text", "A client out of your sight", "f-story", "x")).hasStatus(302);
    var kept = workshop.client("بعيد الباقي");
    merging.merge(kept, new PartyId(far), Set.of());
    assertThat(workshop.profile(Role.REGISTRAR, near)).contains("/clients/" + kept + "\"", "بعيد الباقي").doesNotContain("بعيد في الرياض<");
  }
}
