package org.silah.constituents;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Other programs add, read, change and find clients. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class ClientApiTest {

  @Autowired Registry registry;

  @Test
  void aClientIsAddedReadBackAndChanged() {
    var made = post("/api/v1/clients", """
        {"kind": "person", "name": "لطيفة المري", "latin_name": "Latifa Almarri", "gender": "female", "birth_on": "1980-05-01", "language": "en",
         "phones": ["٠٥٥٥٠٠٠٤٤٤"], "emails": ["latifa@example.org"], "roles": ["donor"]}""");
    assertThat(made).hasStatus(201);
    String id = JsonPath.read(Registry.text(made), "$.id");
    assertThat(made.getResponse().getHeader("Location")).isEqualTo("/api/v1/clients/" + id);
    var read = get("/api/v1/clients/" + id);
    assertThat(read).hasStatusOk();
    assertThat(read).bodyJson().extractingPath("$.phones[0].number").isEqualTo("+966555000444");
    assertThat(read).bodyJson().extractingPath("$.given_name").isEqualTo("لطيفة");
    assertThat(read).bodyJson().extractingPath("$.roles[0].role").isEqualTo("donor");
    assertThat(read).bodyJson().extractingPath("$.source").isEqualTo("api");
    var changed = patch(id, """
        {"latin_name": null, "title": "الدكتورة", "facts": {"occupation": "طبيبة", "preferred_channel": "email"}}""");
    assertThat(changed).hasStatusOk();
    assertThat(changed).bodyJson().extractingPath("$.latin_name").isNull();
    assertThat(changed).bodyJson().extractingPath("$.facts.occupation.value").isEqualTo("طبيبة");
    assertThat(changed).bodyJson().extractingPath("$.name").isEqualTo("لطيفة المري");
    assertThat(registry.audit(PartyId.of(id))).extracting(Registry.Entry::action).containsExactly("client.add", "client.read", "client.change");
  }

  @Test
  void whatNobodyMaySetIsRefusedAndNothingIsWritten() {
    var before = clients();
    for (var field : List.of("\"id\":\"" + UUID.randomUUID() + "\"", "\"file_number\":1", "\"created_at\":\"2020-01-01T00:00:00Z\"", "\"updated_at\":null", "\"source\":\"form\"",
        "\"consent\":true", "\"consents\":[]", "\"balance\":5", "\"officer_id\":null", "\"removed_at\":null", "\"name_key\":\"x\"", "\"displayName\":\"x\"",
        "\"latinName\":\"x\"", "\"org\":1", "\"role\":\"donor\"")) {
      assertThat(post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"متسلل\"," + field + "}")).as(field).hasStatus(422);
    }
    assertThat(clients()).isEqualTo(before);
    var id = add("ثابت");
    var kept = Registry.text(get("/api/v1/clients/" + id));
    for (var field : List.of("\"id\":\"" + UUID.randomUUID() + "\"", "\"file_number\":1", "\"kind\":\"agency\"", "\"created_at\":null", "\"roles\":[]", "\"phones\":[]",
        "\"facts\":{\"file_number\":\"1\"}", "\"facts\":{\"display_name\":\"x\"}", "\"facts\":{\"activity\":\"x\"}", "\"facts\":{\"occupation\":5}", "\"name\":7",
        "\"name\":null", "\"name\":\" \"", "\"language\":null", "\"gender\":\"x\"", "\"birth_on\":\"tomorrow\"", "\"facts\":{\"nothing\":\"x\"}")) {
      assertThat(patch(id, "{" + field + "}")).as(field).hasStatus(422);
    }
    assertThat(Registry.text(get("/api/v1/clients/" + id))).isEqualTo(kept);
  }

  @Test
  void everyMistakeIsNamedByItsField() {
    var refused = post("/api/v1/clients", """
        {"kind": "person", "name": "مها", "phones": ["0555000555", "12"], "emails": ["nobody"], "birth_on": "2999-01-01", "agency_bearing": "supporting",
         "identities": [{"kind": "branch_file", "number": "7"}]}""");
    assertThat(refused).hasStatus(422);
    List<String> fields = JsonPath.read(Registry.text(refused), "$.errors[*].field");
    assertThat(fields).containsExactlyInAnyOrder("phones[1]", "emails[0]", "birth_on", "agency_bearing", "identities[0]");
    assertThat(refused.getResponse().getContentType()).startsWith("application/problem+json");
    for (var json : List.of("{}", "{\"kind\":\"person\"}", "{\"name\":\"مها\"}", "{\"kind\":\"ghost\",\"name\":\"مها\"}", "{\"kind\":\"person\",\"name\":\"" + "م".repeat(501) + "\"}",
        "{\"kind\":\"person\",\"name\":\"مها\",\"roles\":[null]}", "{\"kind\":\"person\",\"name\":\"مها\",\"phones\":[null]}")) {
      assertThat(post("/api/v1/clients", json)).as(json).hasStatus(422);
    }
    assertThat(post("/api/v1/clients", "[")).hasStatus(400);
  }

  @Test
  void partsAreAddedUnderTheSameRules() {
    var id = add("أجزاء كثيرة");
    var path = "/api/v1/clients/" + id;
    assertThat(post(path + "/phones", "{\"number\":\"0555000666\",\"label\":\"العمل\"}")).hasStatus(201);
    assertThat(post(path + "/phones", "{\"number\":\"1\"}")).hasStatus(422);
    assertThat(post(path + "/emails", "{\"address\":\"parts@example.org\"}")).hasStatus(201);
    assertThat(post(path + "/roles", "{\"role\":\"volunteer\",\"since\":\"2025-01-01\"}")).hasStatus(201);
    assertThat(post(path + "/roles/volunteer/end", "{\"reason\":\"سفر\"}")).hasStatusOk();
    assertThat(post(path + "/roles/volunteer/end", "{\"reason\":\"سفر\"}")).hasStatus(422);
    assertThat(post(path + "/roles/king/end", "{\"reason\":\"سفر\"}")).hasStatus(404);
    var number = String.valueOf(UUID.randomUUID());
    assertThat(post(path + "/identities", "{\"kind\":\"passport\",\"number\":\"" + number + "\"}")).hasStatus(201);
    assertThat(post("/api/v1/clients/" + add("غيره") + "/identities", "{\"kind\":\"passport\",\"number\":\"" + number + "\"}")).hasStatus(422);
    var answered = post(path + "/consents", "{\"channel\":\"email\",\"topic\":\"thanks\",\"state\":\"granted\",\"evidence\":\"صفحة التبرع\"}");
    assertThat(answered).hasStatus(201);
    assertThat(post(path + "/consents", "{\"channel\":\"email\",\"topic\":\"thanks\",\"state\":\"perhaps\",\"evidence\":\"س\"}")).hasStatus(422);
    var all = get(path + "/consents");
    assertThat(all).bodyJson().extractingPath("$.items[0].state").isEqualTo("granted");
    assertThat(all).bodyJson().extractingPath("$.items[0].source").isEqualTo("api");
    assertThat(post("/api/v1/clients/" + UUID.randomUUID() + "/phones", "{\"number\":\"0555000666\"}")).hasStatus(404);
    assertThat(registry.audit(PartyId.of(id))).extracting(Registry.Entry::action).containsExactly(
        "client.add", "client.phone.add", "client.email.add", "client.role.take", "client.role.end", "client.identity.add", "client.consent", "client.read");
  }

  @Test
  void theListIsReadToItsEndAndTakenUpAgainFromTheLastChange() {
    var ids = List.of(add("قائمة أولى"), add("قائمة ثانية"), add("قائمة ثالثة"));
    patch(ids.getFirst(), "{\"title\":\"الأستاذ\"}");
    var seen = read("/api/v1/clients?limit=2");
    assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
    assertThat(seen.indexOf(ids.get(0))).isGreaterThan(seen.indexOf(ids.get(2)));
    String changed = JsonPath.read(Registry.text(get("/api/v1/clients/" + ids.get(2))), "$.updated_at");
    assertThat(read("/api/v1/clients?limit=50&updated_since=" + changed)).contains(ids.get(0), ids.get(2)).doesNotContain(ids.get(1));
    assertThat(read("/api/v1/clients?kind=person&role=partner")).doesNotContainAnyElementsOf(ids);
    for (var query : List.of("kind=ghost", "role=king", "updated_since=yesterday", "cursor=x", "limit=0", "limit=9999")) {
      assertThat(get("/api/v1/clients?" + query)).as(query).hasStatus(422);
    }
  }

  @Test
  void searchAnswersPrograms() {
    var id = add("باحثالاسم الوحيد");
    var found = get("/api/v1/search?q=" + Registry.encoded("باحثالاسم"));
    assertThat(found).bodyJson().extractingPath("$.items[0].id").isEqualTo(id);
    assertThat(get("/api/v1/search")).hasStatus(422);
    assertThat(get("/api/v1/search?q=x&limit=51")).hasStatus(422);
  }

  @Test
  void daysAreReadInEitherCalendarAndOnlyWhereAPersonCanHaveLived() {
    var made = post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"هجري الميلاد\",\"birth_on\":\"1400-05-05\"}");
    assertThat(made).hasStatus(201);
    assertThat(made).bodyJson().extractingPath("$.birth_on").isEqualTo("1980-03-22");
    String id = JsonPath.read(Registry.text(made), "$.id");
    var path = "/api/v1/clients/" + id;
    assertThat(post(path + "/roles", "{\"role\":\"volunteer\",\"since\":\"1446-07-01\"}")).bodyJson().extractingPath("$.roles[0].since").isEqualTo("2025-01-01");
    assertThat(post(path + "/roles/volunteer/end", "{\"reason\":\"سفر\",\"on\":\"1446-07-02\"}")).bodyJson().extractingPath("$.roles[0].until").isEqualTo("2025-01-02");
    assertThat(patch(id, "{\"birth_on\":\"1400-05-06\"}")).bodyJson().extractingPath("$.birth_on").isEqualTo("1980-03-23");
    var before = clients();
    for (var day : List.of("-5000-01-01", "0000-01-01", "0001-01-01", "-999999999-01-01", "+999999999-01-01", "+10000-01-01", "1799-12-31", "9999-12-31", "1400-13-01", "",
        "2020-02-30", "soon", "infinity", "2999-01-01")) {
      wrong(post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"لم يولد\",\"birth_on\":\"" + day + "\"}"), "birth_on");
      wrong(post(path + "/roles", "{\"role\":\"donor\",\"since\":\"" + day + "\"}"), "since");
      wrong(post(path + "/roles/donor/end", "{\"reason\":\"س\",\"on\":\"" + day + "\"}"), "on");
      if (!day.isEmpty()) {
        wrong(patch(id, "{\"birth_on\":\"" + day + "\"}"), "birth_on");
      }
    }
    for (var day : List.of("[2020,1,1]", "20000", "true", "{}")) {
      wrong(post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"لم يولد\",\"birth_on\":" + day + "}"), "birth_on");
    }
    assertThat(clients()).isEqualTo(before);
    assertThat(registry.open("/clients/" + id)).hasStatusOk();
  }

  @Test
  void aPersonCannotTypeADayBeforeOurTimesEither() {
    assertThat(registry.send("/clients", "kind", "person", "name", "قديم جدا", "birthOn", "1799-12-31")).hasStatus(422);
    var id = registry.add("kind", "person", "name", "قديم الدور");
    assertThat(registry.send("/clients/" + id + "/roles", "role", "donor", "since", "1799-12-31")).hasStatus(422);
    assertThat(registry.send("/clients/" + id + "/fields/birth_on", "value", "1799-12-31")).hasStatus(422);
  }

  @Test
  void aChoiceIsNamedNeverNumbered() {
    var id = add("يختار بالاسم");
    var path = "/api/v1/clients/" + id;
    for (var one : List.of("1", "\"1\"", "0", "\"\"", "true", "null", "[]", "1.0")) {
      wrong(post(path + "/consents", "{\"channel\":" + one + ",\"topic\":\"thanks\",\"state\":\"granted\",\"evidence\":\"س\"}"), "channel");
      wrong(post(path + "/consents", "{\"channel\":\"email\",\"topic\":" + one + ",\"state\":\"granted\",\"evidence\":\"س\"}"), "topic");
      wrong(post(path + "/roles", "{\"role\":" + one + "}"), "role");
      wrong(post("/api/v1/clients", "{\"name\":\"رقمي\",\"kind\":" + one + "}"), "kind");
    }
    wrong(post("/api/v1/clients", "{\"kind\":\"agency\",\"name\":\"رقمي\",\"agency_bearing\":0}"), "agency_bearing");
    wrong(post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"رقمي\",\"gender\":1}"), "gender");
    assertThat(get(path + "/consents")).bodyJson().extractingPath("$.items").asArray().isEmpty();
  }

  @Test
  void aNameIsTextThatCanBeKeptAndSeen() {
    var id = add("اسم مرئي");
    for (var field : List.of("name", "latin_name", "title")) {
      wrong(patch(id, "{\"" + field + "\":\"a\\u0000b\"}"), field);
      wrong(patch(id, "{\"" + field + "\":\"\\ud800\"}"), field);
    }
    wrong(patch(id, "{\"facts\":{\"occupation\":\"a\\u0000b\"}}"), "facts.occupation");
    for (var nothing : List.of("\\u200b\\u200f", "\\u202e", "\\u0651\\u064e", "\\u3164", "\\ufeff \\u2060", "\\u2066\\u2069")) {
      wrong(post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"" + nothing + "\"}"), "name");
      wrong(patch(id, "{\"name\":\"" + nothing + "\"}"), "name");
    }
    assertThat(registry.send("/clients", "kind", "person", "name", "\u200b\u200f")).hasStatus(422);
    assertThat(registry.send("/clients/" + id + "/fields/display_name", "value", "\u200b\u200f")).hasStatus(422);
    var made = post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"مقلوب\\u202e\",\"latin_name\":\"Ma\\u202eq\\u2066loub\\u2069\",\"title\":\"\\u202aDr\\u202c\"}");
    assertThat(made).bodyJson().extractingPath("$.name").isEqualTo("مقلوب");
    assertThat(made).bodyJson().extractingPath("$.latin_name").isEqualTo("Maqloub");
    assertThat(made).bodyJson().extractingPath("$.title").isEqualTo("Dr");
  }

  private static void wrong(MvcTestResult answer, String field) {
    assertThat(answer).as(Registry.text(answer)).hasStatus(422);
    assertThat(JsonPath.<List<String>>read(Registry.text(answer), "$.errors[*].field")).contains(field);
  }

  private List<String> read(String path) {
    var seen = new ArrayList<String>();
    for (String cursor = ""; cursor != null; ) {
      var page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page).hasStatusOk();
      seen.addAll(JsonPath.<List<String>>read(Registry.text(page), "$.items[*].id"));
      cursor = (String) JsonPath.<Map<String, Object>>read(Registry.text(page), "$").get("next");
    }
    return seen;
  }

  private String add(String name) {
    return JsonPath.read(Registry.text(post("/api/v1/clients", "{\"kind\":\"person\",\"name\":\"" + name + "\"}")), "$.id");
  }

  private MvcTestResult get(String path) {
    return registry.api(HttpMethod.GET, path, null);
  }

  private MvcTestResult post(String path, String json) {
    return registry.api(HttpMethod.POST, path, json);
  }

  private MvcTestResult patch(String id, String json) {
    return registry.api(HttpMethod.PATCH, "/api/v1/clients/" + id, json);
  }

  private long clients() {
    return (long) registry.rows("select count(*) as clients from constituents.party").getFirst().get("clients");
  }
}
