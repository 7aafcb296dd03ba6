package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.silah.constituents.imports.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** Lists bring custom fields in and take them out, and what comes out comes in again. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class, ImportDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsInListsTest {

  private static final String HEAD = "الاسم;الجوال;المدرسة;Story;income;الإيجار;الدين;نهاية العقد;الحجم;الحاجات;مدخن;الجار\n";

  @Autowired Workshop workshop;
  @Autowired ImportDesk desk;
  @Autowired FrontDoor front;
  private PartyId neighbour;

  @BeforeAll
  void fields() {
    workshop.field("school", "text", "labelAr", "المدرسة", "labelEn", "School", "searchable", "yes");
    workshop.field("story", "long", "labelAr", "القصة", "labelEn", "Story");
    workshop.field("income", "number", "labelAr", "الغرف", "labelEn", "Rooms", "decimals", "1");
    workshop.field("rent", "money", "labelAr", "الإيجار", "labelEn", "Rent", "currency", "SAR");
    workshop.field("debt", "money", "labelAr", "الدين", "labelEn", "Debt");
    workshop.field("ends", "date", "labelAr", "نهاية العقد", "labelEn", "Lease ends");
    workshop.field("size", "choice", "labelAr", "الحجم", "labelEn", "Size", "optionAr", "صغير", "optionEn", "Small", "optionAr", "كبير", "optionEn", "Large");
    workshop.field("wants", "choices", "labelAr", "الحاجات", "labelEn", "Wants", "optionAr", "عمل", "optionEn", "Work", "optionAr", "سكن", "optionEn", "Housing");
    workshop.field("smokes", "flag", "labelAr", "مدخن", "labelEn", "Smokes");
    workshop.field("neighbour", "client", "labelAr", "الجار", "labelEn", "Neighbour");
    workshop.field("bodies", "text", "labelAr", "نشاط المنشأة", "labelEn", "Of bodies", "kinds", "organisation");
    workshop.field("paper", "file", "labelAr", "ورقة", "labelEn", "Paper");
    neighbour = workshop.client("جار القائمة");
  }

  private String row(String name, String phone) {
    return name + ";" + phone + ";مدرسة الأمل;قصة طويلة;4,5;1250.50;100 KWD;1448/01/15;صغير;سكن | Work;نعم;" + workshop.number(neighbour) + "\n";
  }

  private List<String> values(String name) {
    return workshop.rows("""
        select f.code || '=' || coalesce(v.text_value, trim_scale(v.number_value)::text, v.minor_value || v.currency, v.day_value::text, o.code, v.flag_value::text, n.display_name) as value
        from constituents.custom_value v
        join constituents.custom_field f on f.id = v.field_id
        join constituents.party p on p.id = v.party_id
        left join constituents.custom_option o on o.id = v.option_id
        left join constituents.party n on n.id = v.client_id
        where p.display_name = ? and v.superseded_at is null
        order by 1""", name).stream().map(row -> (String) row.get("value")).toList();
  }

  @Test
  void aListFillsFieldsOfEveryTypeAndUndoEmptiesThemAgain() {
    var known = workshop.client("لمى المعروفة", "phone", "0507770001");
    workshop.saved(known, "f-school", "مدرستها الأولى");
    var address = desk.begin("clients", HEAD + row("لمى المعروفة", "0507770001") + row("دانة الجديدة", "0507770002"));
    assertThat(desk.proposed(address)).containsExactly("name", "phone", "custom.school", "custom.story", "custom.income", "custom.rent", "custom.debt", "custom.ends", "custom.size", "custom.wants",
        "custom.smokes", "custom.neighbour");
    desk.confirm(address, desk.proposed(address));
    desk.commit(address);
    var all = List.of("debt=100000KWD", "ends=2026-06-30", "income=4.5", "neighbour=جار القائمة", "rent=125050SAR", "school=مدرسة الأمل", "size=small", "smokes=true", "story=قصة طويلة",
        "wants=housing", "wants=work");
    assertThat(values("دانة الجديدة")).isEqualTo(all);
    var joined = new ArrayList<>(all);
    joined.set(5, "school=مدرستها الأولى");
    assertThat(values("لمى المعروفة")).as("never overwritten").isEqualTo(joined);
    assertThat(workshop.rows("select distinct source, import_id is not null as brought, searchable from constituents.custom_value where text_value = 'مدرسة الأمل'")).hasSize(1);
    desk.undo(address);
    assertThat(values("لمى المعروفة")).containsExactly("school=مدرستها الأولى");
    assertThat(workshop.rows("select 1 from constituents.party where display_name = 'دانة الجديدة' and removed_at is null")).isEmpty();
    assertThat(workshop.rows("select 1 from constituents.custom_value v join constituents.party p on p.id = v.party_id where v.import_id is not null and p.display_name like '%المعروفة'")).isEmpty();
  }

  @Test
  void aClientWhoseFieldWasWrittenSinceOrWhoIsNamedByAnotherStaysWhenTheListIsUndone() {
    var address = desk.bring("clients", "الاسم;الجوال;المدرسة\nأروى الباقية;0507770011;أ\nرنا المذكورة;0507770012;ب\nسجى الذاهبة;0507770013;ج\n");
    var arwa = id("أروى الباقية");
    workshop.saved(arwa, "f-story", "كُتبت بعد الاستيراد");
    workshop.saved(workshop.client("من تذكرها"), "f-neighbour", id("رنا المذكورة").toString());
    desk.undo(address);
    assertThat(workshop.rows("select display_name from constituents.party where display_name in ('أروى الباقية', 'رنا المذكورة', 'سجى الذاهبة') and removed_at is null order by 1").stream()
        .map(row -> (String) row.get("display_name"))).containsExactlyInAnyOrder("أروى الباقية", "رنا المذكورة");
  }

  private PartyId id(String name) {
    return PartyId.of((String) workshop.rows("select id::text as id from constituents.party where display_name = ?", name).getFirst().get("id"));
  }

  @Test
  void aCellThatIsNoValueFailsItsRowByTheNameOfItsColumn() {
    var address = desk.preview("clients", "الاسم;الحجم;الغرف;الإيجار;نهاية العقد;مدخن;الجار;الحاجات\n"
        + "سليم الصف;كبير;3;;;;;\n" + "خطأ أول;ضخم;;;;;;\n" + "خطأ ثان;;3.25;;;;;\n" + "خطأ ثالث;;;5 USD;;;;\n" + "خطأ رابع;;;;99/99/1448;;;\n"
        + "خطأ خامس;;;;;ربما;;\n" + "خطأ سادس;;;;;;999999999;\n" + "خطأ سابع;;;;;;;عمل | ذهب\n");
    assertThat(desk.outcomes(address)).isEqualTo(java.util.Map.of("new", 1L, "failed", 7L));
    assertThat(desk.problems(address)).startsWith("constituents.fields.choice.unknown", "constituents.fields.number.decimals", "constituents.fields.currency.other");
    assertThat(desk.read(address + "?show=failed")).contains("This is none of the field");
    var wrongKind = desk.preview("clients", "الاسم;النوع;نشاط المنشأة\nمنى الفرد;فرد;شيء\nمؤسسة النور;منشأة;تعليم\n");
    assertThat(desk.outcomes(wrongKind)).isEqualTo(java.util.Map.of("new", 1L, "failed", 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void whatIsExportedIsImportedAgainAsItWas(String language) throws IOException {
    var name = "شهد العائدة " + language;
    var first = desk.bring("clients", HEAD + row(name, language.equals("ar") ? "0507770031" : "0507770032").replace("مدرسة الأمل", "=1+1 مدرسة").replace("قصة طويلة", "+قصة"));
    var before = values(name);
    assertThat(before).hasSize(11);
    var told = front.export(Role.REGISTRAR, language, "/clients/export?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(FrontDoor.rows(told).getFirst()).contains(language.equals("ar") ? "نهاية العقد" : "Lease ends").doesNotContain("Paper", "ورقة");
    assertThat(FrontDoor.rows(told).get(1)).contains("'=1+1 مدرسة", "'+قصة", "1250.50 SAR", "100.000 KWD", "2026-06-30");
    desk.undo(first);
    assertThat(values(name)).isEmpty();
    desk.bring("clients", told);
    assertThat(values(name)).isEqualTo(before);
  }




  @Test
  void twoFieldsOfOneNameAreToldApartByTheirCodes() throws IOException {
    workshop.field("twin_a", "text", "labelAr", "توأم", "labelEn", "Twin");
    workshop.field("twin_b", "text", "labelAr", "توأم", "labelEn", "Twin");
    var heads = FrontDoor.rows(front.export(Role.REGISTRAR, "en", "/clients/export")).getFirst();
    assertThat(heads).contains("twin_a", "twin_b").doesNotContain("Twin");
    workshop.as(Role.ADMINISTRATOR).post("/settings/fields/twin_a/retirement");
    assertThat(Browser.body(workshop.as(Role.REGISTRAR).get("/clients/export"))).contains("Twin").doesNotContain("twin_a");
    workshop.as(Role.ADMINISTRATOR).post("/settings/fields/twin_b/retirement");
  }
}
