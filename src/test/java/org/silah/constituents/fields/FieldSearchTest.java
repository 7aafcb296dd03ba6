package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.TwoBranches;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients are found by the charity's own fields, by an index that holds no others. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class, TwoBranches.class})
class FieldSearchTest {

  @Autowired Workshop workshop;
  @Autowired TwoBranches branches;
  @Autowired CustomValues values;
  @Autowired CustomFields fields;
  @Autowired JdbcClient db;

  private String found(Browser browser, String typed) {
    return Browser.body(browser.get("/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
  }

  @Test
  void aLineANumberAndAChoiceAreFoundAsPeopleType() {
    workshop.field("school", "text", "searchable", "yes");
    workshop.field("badge", "number", "searchable", "yes");
    workshop.field("size", "choice", "searchable", "yes", "optionAr", "متوسط الحجم", "optionEn", "Medium", "optionAr", "آخر", "optionEn", "Other");
    workshop.field("quiet", "text");
    var client = workshop.client("هند الباحثة", "f-school", "مدرسةُ الأملِ الأهليّة", "f-badge", "7788991", "f-size", "medium", "f-quiet", "لا يبحث به أحد");
    var registrar = workshop.as(Role.REGISTRAR);
    for (var typed : List.of("مدرسه الامل", "مدرسة الأمل الأهلية", "٧٧٨٨٩٩١", "7788991", "متوسط", "medium")) {
      assertThat(found(registrar, typed)).as(typed).contains("هند الباحثة");
    }
    for (var typed : List.of("لا يبحث به", "778899", "%", "_", "'; drop table constituents.custom_value; --", "\\")) {
      assertThat(found(registrar, typed)).as(typed).doesNotContain("هند الباحثة");
    }
    workshop.saved(client, "f-school", "ثانوية");
    assertThat(found(registrar, "مدرسة الأمل")).as("what was").doesNotContain("هند الباحثة");
    var far = branches.client(branches.riyadh(), "بعيدة الاسم");
    workshop.saved(new PartyId(far), "f-school", "ثانوية");
    assertThat(found(branches.inJeddah(Role.REGISTRAR), "ثانوية")).doesNotContain("بعيدة الاسم");
    workshop.as(Role.ADMINISTRATOR).post("/settings/fields/school/retirement");
    assertThat(found(registrar, "ثانوية")).doesNotContain("هند الباحثة");
  }

  @Test
  void aFieldMadeSearchableIsFoundByItsOldValuesBlockByBlock() {
    workshop.field("town", "text");
    var first = workshop.client("نوال الأولى", "f-town", "قرية النخيل");
    workshop.client("نوال الثانية", "f-town", "قرية النخيل");
    assertThat(found(workshop.as(Role.REGISTRAR), "قرية النخيل")).doesNotContain("نوال");
    db.sql("update constituents.custom_field set searchable = true where code = 'town'").update();
    assertThat(values.mark(1)).isEqualTo(1);
    assertThat(values.mark(1)).isEqualTo(1);
    assertThat(values.mark(1)).isZero();
    assertThat(found(workshop.as(Role.REGISTRAR), "قرية النخيل")).contains("نوال الأولى", "نوال الثانية");
    assertThat(workshop.as(Role.ADMINISTRATOR).post("/settings/fields/town", "labelAr", "القرية", "labelEn", "Town", "kinds", "person", "group", "personal", "need", "never")).hasStatus(302);
    assertThat(workshop.rows("select searchable from constituents.custom_value where party_id = ?", first.value()).toString()).isEqualTo("[{searchable=false}]");
    assertThat(found(workshop.as(Role.REGISTRAR), "قرية النخيل")).doesNotContain("نوال");
  }

  @Test
  void theSearchGoesByTheIndexAndNotThroughAllValues() {
    workshop.field("village", "text", "searchable", "yes");
    workshop.field("unmarked", "text");
    var client = workshop.client("صاحبة القرى");
    for (var code : List.of("village", "unmarked")) {
      db.sql("""
          insert into constituents.custom_value (id, party_id, field_id, type, text_value, search_key, searchable, source, as_of, recorded_at, superseded_at)
          select uuidv7(), ?, f.id, 'text', 'قيمة ' || n, 'قيمه ' || n, f.searchable, 'staff', current_date, now(), case when n > 1 then now() end
          from constituents.custom_field f
          cross join generate_series(1, 20000) n
          where f.code = ?""").params(client.value(), code).update();
    }
    db.sql("analyze constituents.custom_value").update();
    var ids = new UUID[] {fields.find("village").orElseThrow().id()};
    var query = FieldSearch.lines(ids, "قيمه 1");
    var plan = String.join("\n", db.sql("explain " + query.text()).params(query.values()).query(String.class).list());
    assertThat(plan).contains("custom_value_by_text").doesNotContain("Seq Scan");
    assertThat(db.sql("select pg_relation_size('constituents.custom_value_by_text') < pg_relation_size('constituents.custom_value_by_party') / 10").query(Boolean.class).single())
        .as("it holds only what is searched").isTrue();
  }

  @Test
  void theListOfClientsIsNarrowedByThemAndShowsOneAsAColumn() {
    workshop.field("area", "text", "labelEn", "Area of town", "searchable", "yes");
    workshop.field("visits", "number", "labelEn", "Visits a year", "searchable", "yes");
    workshop.field("mood", "choice", "labelEn", "Mood", "searchable", "yes", "optionAr", "هادئ", "optionEn", "Calm", "optionAr", "قلق", "optionEn", "Worried");
    workshop.field("secret_area", "text", "labelEn", "Secret area", "searchable", "yes", "viewers", "case_worker");
    workshop.client("أمل الشمالية", "f-area", "شمال المدينة", "f-visits", "12", "f-mood", "calm");
    workshop.client("أمل الجنوبية", "f-area", "جنوب المدينة", "f-visits", "3", "f-mood", "worried");
    var desk = workshop.as(Role.REGISTRAR);
    assertThat(Browser.body(desk.get("/clients"))).contains("Area of town", "Mood").doesNotContain("Secret area");
    for (var query : List.of("f-area=" + encoded("شمال"), "f-visits=12", "f-mood=calm", "q=" + encoded("أمل") + "&f-mood=calm", "f-area=" + encoded("شمال") + "&f-visits=12&order=newest")) {
      assertThat(Browser.body(desk.get("/clients?" + query))).as(query).contains("أمل الشمالية").doesNotContain("أمل الجنوبية");
      assertThat(Browser.body(desk.get("/clients/export?" + query))).as(query).contains("أمل الشمالية").doesNotContain("أمل الجنوبية");
    }
    assertThat(Browser.body(desk.get("/clients?f-visits=4"))).doesNotContain("أمل الشمالية", "أمل الجنوبية");
    for (var query : List.of("f-visits=many", "f-visits=1e99", "f-mood=none", "f-area=%25")) {
      assertThat(Browser.body(desk.get("/clients?" + query))).as(query).contains("notice warn").containsPattern("<bdi class=\"pill\">(Visits a year|Mood|Area of town)");
    }
    for (var query : List.of("f-secret_area=x", "columns=custom.secret_area", "columns=nothing", "f-area=%00", "f-visits=%27%3B")) {
      assertThat(desk.get("/clients?" + query)).as(query).hasStatusOk();
    }
    var column = Browser.body(desk.get("/clients?f-visits=12&columns=custom.area"));
    assertThat(column).contains("شمال المدينة", "value=\"custom.area\" checked");
    assertThat(Browser.body(desk.get("/clients?columns=custom.secret_area"))).doesNotContain("Secret area");
    desk.get("/clients/export?f-area=" + encoded("شمال"));
    assertThat(workshop.rows("select detail::text as told from access.audit_entry where action = 'client.export' order by seq desc limit 1").toString()).contains("f-area").doesNotContain("شمال");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
