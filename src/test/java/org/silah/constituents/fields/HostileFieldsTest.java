package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.silah.kernel.PersonName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Whatever the words of a field or its values are made of, they are shown as they are, and do nothing. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class})
class HostileFieldsTest {

  private static final List<String> HOSTILE = List.of(
      "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "'; drop table constituents.custom_field; --", "{{7*7}} ${7*7} #{7*7}", "{0} {1,number}", "=1+1", "@SUM(1)", "a\r\nSet-Cookie: b=c",
      "أحمد\u202Eدمحأ", "a\u0000b", "\uD800", "ا\u0651\u0651\u0651\u0651".repeat(20), "😀".repeat(90), "ﷺ", "</script><script>alert(1)</script>", "%00", "../../etc", "NaN", "null");

  @Autowired Workshop workshop;

  @Test
  void hostileWordsAndValuesAreShownAsTheyAreAndDoNothing() {
    var desk = workshop.as(Role.REGISTRAR);
    int made = 0;
    PartyId client = workshop.client("هادئة الاسم");
    for (var text : HOSTILE) {
      var code = "hostile_" + made++;
      assertThat(workshop.tryField(code, "choice", "labelAr", text, "labelEn", text, "helpAr", text, "helpEn", text, "searchable", "yes", "optionAr", text.replaceAll("[;؛|]", ""), "optionEn",
          text.replaceAll("[;؛|]", ""))).as(text).hasStatus(302);
      assertThat(workshop.tryField("line_" + code, "text", "searchable", "yes")).hasStatus(302);
      var option = (String) workshop.rows("select o.code from constituents.custom_option o join constituents.custom_field f on f.id = o.field_id where f.code = ?", code).getFirst().get("code");
      workshop.saved(client, "f-" + code, option, "f-line_" + code, text);
      assertThat(workshop.rows("select text_value from constituents.custom_value v join constituents.custom_field f on f.id = v.field_id where f.code = ? and superseded_at is null", "line_" + code)
          .getFirst().get("text_value")).as(text).isEqualTo(PersonName.clean(text.replace("\u0000", "")));
      assertThat(desk.get("/search?q=" + java.net.URLEncoder.encode(text.replace("\uD800", "?"), java.nio.charset.StandardCharsets.UTF_8))).as(text).hasStatusOk();
    }
    var pages = List.of("/clients/" + client, Workshop.form(client, "personal"), "/clients/new", "/clients", "/imports");
    for (var page : pages) {
      var answer = desk.get(page);
      assertThat(answer).as(page).hasStatusOk();
      assertThat(Browser.body(answer)).as(page).doesNotContain("<img src=x", "<script>alert", "\"\" onmouseover", "49 49 49");
    }
    assertThat(Browser.body(workshop.as(Role.ADMINISTRATOR).get("/settings/fields"))).contains("&lt;img src=x").doesNotContain("<img src=x", "<script>alert", "\"\" onmouseover");
    assertThat(workshop.as(Role.ADMINISTRATOR).get("/settings/fields/hostile_0")).hasStatusOk();
    assertThat(workshop.api(HttpMethod.GET, "/api/v1/fields", null)).hasStatusOk();
    assertThat(workshop.api(HttpMethod.GET, "/api/v1/clients/" + client, null)).hasStatusOk();
    var export = Browser.body(desk.get("/clients/export"));
    assertThat(export).contains("'=1+1", "'@SUM(1)");
    for (var line : export.substring(1).split("\r\n")) {
      assertThat(line.split(",")).allSatisfy(cell -> assertThat(cell).doesNotStartWith("=").doesNotStartWith("@"));
    }
  }

  @Test
  void nothingThatIsSentMakesTheProgramFail() {
    workshop.field("one", "text");
    workshop.field("num", "number");
    workshop.field("who", "client");
    workshop.field("cash", "money");
    workshop.field("when", "date");
    var client = workshop.client("مستقرة البيانات");
    for (var box : List.of("f-one", "f-num", "f-who", "f-who-text", "f-cash", "f-when")) {
      for (var text : HOSTILE) {
        assertThat(workshop.save(Role.REGISTRAR, client, box, text).getResponse().getStatus()).as(box + " " + text).isIn(302, 422);
      }
    }
    var admin = workshop.as(Role.ADMINISTRATOR);
    for (var text : HOSTILE) {
      assertThat(admin.post("/settings/fields", "code", text, "labelAr", text, "labelEn", text, "type", text, "kinds", text, "group", text, "need", text, "viewers", text, "longest", text,
          "decimals", text, "least", text, "greatest", text, "currency", text, "optionCode", text, "optionAr", text, "optionEn", text, "optionPlace", text, "optionRetired", text)).as(text).hasStatus(422);
    }
    assertThat(admin.post("/settings/fields")).hasStatus(422);
  }
}
