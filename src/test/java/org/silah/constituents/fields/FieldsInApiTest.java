package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Programs are told the charity's own fields, and tell them, each value by its type. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsInApiTest {

  @Autowired Workshop workshop;

  @BeforeAll
  void fields() {
    workshop.field("school", "text", "labelEn", "School", "longest", "30");
    workshop.field("rooms", "number", "decimals", "1", "greatest", "1000000");
    workshop.field("rent", "money");
    workshop.field("ends", "date");
    workshop.field("size", "choice", "optionAr", "صغير", "optionEn", "Small", "optionAr", "كبير", "optionEn", "Large");
    workshop.field("wants", "choices", "optionAr", "عمل", "optionEn", "Work", "optionAr", "سكن", "optionEn", "Housing");
    workshop.field("smokes", "flag");
    workshop.field("neighbour", "client");
    workshop.field("paper", "file");
    workshop.field("bodies", "text", "kinds", "organisation", "need", "always");
  }

  @Test
  void theFieldsAreDescribedInTheirOrder() {
    var described = workshop.api(HttpMethod.GET, "/api/v1/fields", null);
    assertThat(described).hasStatusOk();
    assertThat(workshop.<java.util.List<String>>read(described, "$.items[*].code")).startsWith("school", "rooms", "rent", "ends", "size", "wants");
    assertThat(workshop.<java.util.List<String>>read(described, "$.items[?(@.code == 'wants')].options[*].code")).containsExactly("work", "housing");
    assertThat(workshop.<java.util.List<String>>read(described, "$.items[?(@.code == 'bodies')].needed")).containsExactly("always");
  }

  @Test
  void valuesOfEveryTypeGoInAndOutByTheirType() {
    var neighbour = workshop.client("جار البرنامج");
    var added = workshop.api(HttpMethod.POST, "/api/v1/clients", """
        {"kind": "person", "name": "سمية البرنامج", "custom": {"school": "مدرسة", "rooms": 100, "rent": {"amount": "12.500", "currency": "KWD"}, "ends": "15/01/1448", "size": "large",
          "wants": ["housing", "work"], "smokes": false, "neighbour": "%s"}}""".formatted(neighbour));
    assertThat(added).hasStatus(201);
    var told = workshop.<Object>read(added, "$.custom").toString();
    assertThat(Browser.body(added)).contains("\"school\":\"مدرسة\"", "\"rooms\":100", "\"ends\":\"2026-06-30\"", "\"size\":\"large\"", "\"wants\":[\"work\",\"housing\"]", "\"smokes\":false",
        "\"neighbour\":\"" + neighbour + "\"", "\"amount\":\"12.500\"", "\"currency\":\"KWD\"");
    var id = workshop.<String>read(added, "$.id");
    assertThat(workshop.<Object>read(workshop.api(HttpMethod.GET, "/api/v1/clients/" + id, null), "$.custom").toString()).isEqualTo(told);
    var changed = workshop.api(HttpMethod.PATCH, "/api/v1/clients/" + id, "{\"custom\": {\"school\": null, \"rooms\": 4.5}}");
    assertThat(changed).hasStatusOk();
    assertThat(Browser.body(changed)).contains("\"rooms\":4.5").doesNotContain("\"school\"");
    assertThat(workshop.audit(id).stream().filter(entry -> entry.startsWith("client.field.change"))).hasSize(2);
    assertThat(workshop.rows("select distinct source from constituents.custom_value where party_id = ?::uuid", id).toString()).isEqualTo("[{source=api}]");
    assertThat(workshop.profile(Role.REGISTRAR, PartyId.of(id))).contains("4.5");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"nothing\": 1}|custom.nothing", "{\"bodies\": \"x\"}|custom.bodies", "{\"school\": 5}|custom.school", "{\"school\": \"a text that is much longer than thirty\"}|custom.school",
      "{\"rooms\": \"4\"}|custom.rooms", "{\"rooms\": 1.25}|custom.rooms", "{\"rooms\": 1e40}|custom.rooms", "{\"rooms\": [1]}|custom.rooms", "{\"rent\": 5}|custom.rent",
      "{\"rent\": {\"amount\": \"5\", \"tip\": 1}}|custom.rent", "{\"rent\": {\"currency\": \"SAR\"}}|custom.rent", "{\"rent\": {\"amount\": \"5\", \"currency\": \"nothing\"}}|custom.rent",
      "{\"ends\": \"2026-02-30\"}|custom.ends", "{\"size\": \"medium\"}|custom.size", "{\"size\": [\"small\"]}|custom.size", "{\"wants\": \"work\"}|custom.wants",
      "{\"wants\": [1]}|custom.wants", "{\"wants\": [\"gold\"]}|custom.wants", "{\"smokes\": \"yes\"}|custom.smokes", "{\"smokes\": 1}|custom.smokes",
      "{\"neighbour\": \"not-a-client\"}|custom.neighbour", "{\"neighbour\": \"018f0000-0000-7000-8000-000000000000\"}|custom.neighbour", "{\"paper\": \"x\"}|custom.paper"})
  void whatIsNoValueIsRefusedByTheNameOfItsField(String custom, String field) {
    var client = workshop.client("ثابتة لا تتغير");
    var answer = workshop.api(HttpMethod.PATCH, "/api/v1/clients/" + client, "{\"title\": \"الأستاذة\", \"custom\": " + custom + "}");
    assertThat(answer).as(custom).hasStatus(422);
    assertThat(Browser.body(answer)).contains("\"" + field + "\"");
    assertThat(workshop.rows("select 1 from constituents.custom_value where party_id = ?", client.value())).isEmpty();
    assertThat(workshop.rows("select title from constituents.party where id = ?", client.value()).getFirst()).as("nothing is half written").containsEntry("title", null);
    var added = workshop.api(HttpMethod.POST, "/api/v1/clients", "{\"kind\": \"person\", \"name\": \"لن تضاف أبدا\", \"custom\": " + custom + "}");
    assertThat(added).as(custom).hasStatus(422);
    assertThat(workshop.rows("select 1 from constituents.party where display_name = 'لن تضاف أبدا'")).isEmpty();
  }

  @Test
  void whatAClientMayNotBeWithoutIsDemandedOfProgramsToo() {
    var without = workshop.api(HttpMethod.POST, "/api/v1/clients", "{\"kind\": \"organisation\", \"name\": \"مؤسسة بلا نشاط\"}");
    assertThat(without).hasStatus(422);
    assertThat(Browser.body(without)).contains("\"custom.bodies\"");
    var with = workshop.api(HttpMethod.POST, "/api/v1/clients", "{\"kind\": \"organisation\", \"name\": \"مؤسسة لها نشاط\", \"custom\": {\"bodies\": \"تعليم\"}}");
    assertThat(with).hasStatus(201);
    var place = "/api/v1/clients/" + workshop.<String>read(with, "$.id");
    assertThat(workshop.api(HttpMethod.PATCH, place, "{\"custom\": {\"bodies\": null}}")).hasStatus(422);
    assertThat(workshop.api(HttpMethod.PATCH, place, "{\"title\": null}")).hasStatus(422);
    assertThat(workshop.api(HttpMethod.PATCH, place, "{\"name\": \"مؤسسة النشاط\"}")).hasStatusOk();
    assertThat(workshop.api(HttpMethod.PATCH, place, "{\"custom\": null}")).hasStatusOk();
    assertThat(workshop.api(HttpMethod.PATCH, place, "{\"custom\": 5}").getResponse().getStatus()).isIn(400, 422);
  }
}
