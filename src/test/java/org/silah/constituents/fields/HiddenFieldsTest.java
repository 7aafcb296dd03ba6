package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.Scope;
import org.silah.constituents.PartyId;
import org.silah.constituents.imports.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** What only case workers and directors may see, nobody else meets anywhere. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class, ImportDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenFieldsTest {

  private static final String SECRET = "سر لا يقال";

  @Autowired Workshop workshop;
  private PartyId client;

  @BeforeAll
  void aSecretIsKept() {
    workshop.field("hidden", "text", "labelAr", "خفي جدا", "labelEn", "Most hidden", "searchable", "yes", "viewers", "case_worker", "viewers", "director");
    workshop.field("open", "text", "labelAr", "ظاهر", "labelEn", "Open to all", "searchable", "yes");
    workshop.field("hinted", "text", "labelEn", "Hinted", "need", "always", "viewers", "case_worker");
    workshop.field("hidden_flag", "flag", "labelEn", "Hidden flag", "viewers", "case_worker");
    workshop.field("because", "text", "labelEn", "Because of it", "need", "value:hidden_flag");
    client = workshop.client("مضاوي القحطاني", "f-open", "ظاهرة القيمة");
    assertThat(workshop.save(Role.CASE_WORKER, client, "f-hidden", SECRET, "f-hinted", "x", "f-hidden_flag", "yes", "f-because", "سبب")).hasStatus(302);
    workshop.saved(client, "f-because", "");
  }

  @Test
  void whoMaySeesItAndNobodyElseMeetsIt() {
    assertThat(workshop.profile(Role.CASE_WORKER, client)).contains(SECRET, "Most hidden");
    assertThat(Browser.body(workshop.as(Role.CASE_WORKER).get(Workshop.form(client, "personal")))).contains(SECRET);
    assertThat(search(Role.CASE_WORKER)).contains("مضاوي القحطاني");
    for (var role : List.of(Role.REGISTRAR, Role.DONOR_RELATIONS, Role.ADMINISTRATOR)) {
      var pages = new ArrayList<String>();
      pages.add(workshop.profile(role, client));
      pages.add(Browser.body(workshop.as(role).get(Workshop.form(client, "personal"))));
      pages.add(Browser.body(workshop.as(role).get("/clients/new")));
      pages.add(Browser.body(workshop.as(role).get("/clients/export")));
      pages.add(Browser.body(workshop.as(role).get("/clients")));
      pages.add(Browser.body(workshop.as(role).get("/clients/" + client + "/timeline?before=2099-01-01T00:00:00Z")));
      assertThat(pages).as(role.code()).allSatisfy(page -> assertThat(page).doesNotContain(SECRET, "Most hidden", "Hidden flag"));
      assertThat(pages.getFirst()).contains("ظاهرة القيمة");
      assertThat(search(role)).as(role.code()).doesNotContain("مضاوي القحطاني");
    }
    assertThat(Browser.body(workshop.as(Role.DIRECTOR).get("/clients/export"))).contains(SECRET);
    assertThat(Browser.body(workshop.as(Role.ADMINISTRATOR).get("/audit?subject=" + client))).contains("withheld").doesNotContain(SECRET);
  }

  private String search(Role role) {
    return Browser.body(workshop.as(role).get("/search?q=" + java.net.URLEncoder.encode("سر لا", java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void whoMayNotSeeItCannotWriteItAndIsNotHeldUpByIt() {
    assertThat(workshop.save(Role.REGISTRAR, client, "f-hidden", "غيره", "f-open", "ظاهرة القيمة")).hasStatus(302);
    assertThat(workshop.profile(Role.CASE_WORKER, client)).contains(SECRET).doesNotContain("غيره");
    assertThat(workshop.client("طرفة بلا شيء", "f-hidden", "غيره")).isNotNull();
    assertThat(workshop.save(Role.CASE_WORKER, client, "f-because", "")).as("asked of who sees why").hasStatus(422);
    assertThat(workshop.profile(Role.REGISTRAR, client)).doesNotContain("Because of it · needed");
  }

  @Test
  void aProgramNeedsTheKeyForWhatIsSensitive() {
    var plain = workshop.api(HttpMethod.GET, "/api/v1/clients/" + client, null);
    assertThat(Browser.body(plain)).contains("ظاهرة القيمة").doesNotContain(SECRET, "\"hidden\"");
    assertThat(Browser.body(workshop.api(HttpMethod.GET, "/api/v1/fields", null))).contains("\"open\"").doesNotContain("hidden");
    assertThat(Browser.body(workshop.api(HttpMethod.GET, "/api/v1/fields", null))).contains("\"code\":\"because\"").contains("\"needed\":\"never\"");
    assertThat(Browser.body(workshop.api(HttpMethod.GET, "/api/v1/search?q=" + java.net.URLEncoder.encode("سر لا", java.nio.charset.StandardCharsets.UTF_8), null))).doesNotContain(client.toString());
    var refused = workshop.api(HttpMethod.PATCH, "/api/v1/clients/" + client, "{\"custom\": {\"hidden\": \"غيره\"}}");
    var unknown = workshop.api(HttpMethod.PATCH, "/api/v1/clients/" + client, "{\"custom\": {\"nothing\": \"غيره\"}}");
    assertThat(refused).hasStatus(422);
    assertThat(Browser.body(refused).replace("hidden", "nothing").replaceAll("\"instance\":\"[^\"]*\"", "")).as("as one that never was")
        .isEqualTo(Browser.body(unknown).replaceAll("\"instance\":\"[^\"]*\"", ""));
    var allowed = workshop.api(HttpMethod.GET, "/api/v1/clients/" + client, null, Scope.CLIENTS_READ, Scope.CLIENTS_SENSITIVE);
    assertThat(workshop.<String>read(allowed, "$.custom.hidden")).isEqualTo(SECRET);
    assertThat(Browser.body(workshop.api(HttpMethod.GET, "/api/v1/openapi.json", null))).doesNotContain("Most hidden", "خفي جدا");
  }

  @Test
  void theFieldIsNoColumnOfAListForWhoMayNotFillIt() {
    var list = "الاسم;خفي جدا;ظاهر\nشادن العنزي;قيمة من قائمة;أخرى\n";
    var registrar = workshop.as(Role.REGISTRAR);
    registrar.get("/imports");
    var place = registrar.upload("/imports", "file", "list.csv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8), "kind", "clients").getResponse().getRedirectedUrl();
    var columns = Browser.body(registrar.get(place));
    assertThat(columns).contains("value=\"custom.open\" selected").doesNotContain("custom.hidden", "Most hidden");
    assertThat(registrar.post(place + "/columns", "field", "name", "field", "custom.hidden", "field", "custom.open")).hasStatus(302);
    assertThat(workshop.rows("select fields::text as fields from constituents.import order by id desc limit 1").toString()).contains("custom.open").doesNotContain("custom.hidden");
  }
}
