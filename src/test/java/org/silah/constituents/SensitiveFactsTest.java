package org.silah.constituents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.ApiKeys;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What can harm a client is shown to who has the right, when they ask to look, and each look is written down. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Registry.class})
class SensitiveFactsTest {

  private static final String ILLNESS = "غسيل كلوي ثلاث مرات أسبوعيًا";
  private static final String STREET = "شارع الياسمين المحمي";

  @Autowired FrontDoor door;
  @Autowired Registry registry;
  @Autowired ApiKeys keys;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient db;

  private PartyId client;
  private Browser noura;

  @BeforeEach
  void aClientIsIll() {
    client = registry.add("kind", "person", "name", "عائشة بنت صالح", "confirmed", "yes");
    noura = door.as(Role.CASE_WORKER);
    noura.get("/clients/" + client);
    assertThat(noura.post("/clients/" + client + "/fields/health", "value", ILLNESS, "source", "visit")).hasStatus(302);
    assertThat(noura.post("/clients/" + client + "/addresses", "street", STREET, "city", "القصيم", "sheltered", "yes")).hasStatus(302);
  }

  @Test
  void openingTheProfileShowsNothingAndALookShowsTheFactAndIsWrittenDown() {
    var before = looks().size();
    for (var role : List.of(Role.CASE_WORKER, Role.REGISTRAR, Role.DIRECTOR, Role.DONOR_RELATIONS, Role.ADMINISTRATOR)) {
      for (var path : List.of("", "?edit=health#group-personal", "/groups/personal", "/groups/personal?edit=health", "/groups/identity", "/timeline?before=2030-01-01T00:00:00Z")) {
        assertThat(Browser.body(door.as(role).get("/clients/" + client + path))).as(role + path).doesNotContain(ILLNESS, STREET, "القصيم");
      }
      assertThat(Browser.body(door.as(role).get("/clients/" + client))).as(role.code()).contains("Withheld", "Address under protection");
    }
    assertThat(looks()).hasSize(before);
    var page = noura.post("/clients/" + client + "/fields/health/looks");
    assertThat(page).hasStatus(200);
    assertThat(Browser.body(page)).contains(ILLNESS).doesNotContain(STREET);
    assertThat(Browser.body(noura.copy().with("HX-Request-Type", "partial").post("/clients/" + client + "/addresses/" + address() + "/looks"))).contains(STREET, "القصيم").doesNotContain(ILLNESS);
    assertThat(looks().subList(before, before + 2)).containsExactly("{\"fact\":\"health\"}", "{\"fact\":\"protected_address\"}");
    assertThat(Browser.body(noura.get("/clients/" + client))).doesNotContain(ILLNESS, STREET);
  }

  @Test
  void whoHasNoRightNeitherLooksNorWrites() {
    var maha = door.as(Role.REGISTRAR);
    maha.get("/clients/" + client);
    var khalid = door.as(Role.DIRECTOR);
    var before = rows();
    assertThat(maha.post("/clients/" + client + "/fields/health/looks")).hasStatus(403);
    assertThat(maha.post("/clients/" + client + "/addresses/" + address() + "/looks")).hasStatus(403);
    assertThat(maha.post("/clients/" + client + "/fields/health", "value", "سليمة")).hasStatus(403);
    assertThat(maha.post("/clients/" + client + "/addresses/" + address() + "/protection/end")).hasStatus(403);
    assertThat(maha.post("/clients/" + client + "/addresses/removal", "value", address().toString())).hasStatus(403);
    assertThat(khalid.post("/clients/" + client + "/addresses/" + address() + "/looks")).hasStatus(403);
    assertThat(rows()).isEqualTo(before);
    assertThat(Browser.body(maha.get("/clients/" + client))).doesNotContain("fields/health/looks", "edit=health", "edit=religion");
  }

  @Test
  void noValueStandsInTheAuditLogOrAnExport() {
    noura.post("/clients/" + client + "/fields/religion", "value", "مسلمة جديدة");
    noura.post("/clients/" + client + "/fields/religion", "value", "");
    noura.post("/clients/" + client + "/addresses/" + address() + "/protection/end");
    noura.post("/clients/" + client + "/addresses/" + address() + "/protection");
    noura.post("/clients/" + client + "/fields/health/looks");
    var details = db.sql("select string_agg(detail::text, ' ') from access.audit_entry").query(String.class).single();
    assertThat(details).contains("withheld").doesNotContain(ILLNESS, "مسلمة جديدة", STREET, "القصيم");
    assertThat(Browser.body(door.as(Role.ADMINISTRATOR).get("/audit?subject=" + client))).contains("Look at a sensitive fact").doesNotContain(ILLNESS, STREET);
    assertThat(door.export(Role.REGISTRAR, "en", "/clients/export")).contains("عائشة بنت صالح").doesNotContain(ILLNESS, STREET, "القصيم");
    for (var asked : List.of("غسيل كلوي", "الياسمين المحمي", "القصيم")) {
      assertThat(Browser.body(noura.get("/search?q=" + Registry.encoded(asked)))).doesNotContain("عائشة بنت صالح");
    }
  }

  @Test
  void aProgramNeedsAScopeOfItsOwn() {
    var plain = keys.issue("plain", Set.of(Scope.CLIENTS_READ, Scope.CLIENTS_WRITE));
    var read = Registry.text(call(plain, HttpMethod.GET, "", null));
    assertThat(read).contains("\"withheld\":[\"health\"]", "\"protected\":true").doesNotContain(ILLNESS, STREET, "القصيم");
    assertThat(call(plain, HttpMethod.PATCH, "", "{\"facts\": {\"health\": \"سليمة\"}}")).hasStatus(403);
    var before = looks().size();
    var trusted = keys.issue("trusted", Set.of(Scope.CLIENTS_READ, Scope.CLIENTS_WRITE, Scope.CLIENTS_SENSITIVE));
    assertThat(Registry.text(call(trusted, HttpMethod.GET, "", null))).contains(ILLNESS, STREET, "\"withheld\":[]");
    assertThat(looks()).hasSize(before + 2);
    var written = call(trusted, HttpMethod.PATCH, "", "{\"facts\": {\"parentage\": \"both_unknown\"}}");
    assertThat(written).hasStatus(200);
    assertThat(Registry.text(written)).doesNotContain("both_unknown");
    assertThat(Registry.text(call(trusted, HttpMethod.GET, "", null))).contains("both_unknown");
  }

  @Test
  void anAdministratorGivesAndTakesTheRightAndSeesWhoThatMakes() {
    var admin = door.as(Role.ADMINISTRATOR);
    var page = Browser.body(admin.get("/settings/rights"));
    assertThat(page).contains("Who has the right", "1 member of the staff will be able to see them", "Address under protection");
    var khalid = door.as(Role.DIRECTOR);
    khalid.get("/clients/" + client);
    assertThat(khalid.post("/clients/" + client + "/fields/health/looks")).hasStatus(200);
    admin.post("/settings/rights", "held", "case_worker:health", "held", "case_worker:protected_address");
    assertThat(khalid.post("/clients/" + client + "/fields/health/looks")).as("at the next request").hasStatus(403);
    assertThat(noura.post("/clients/" + client + "/fields/religion", "value", "مسلمة")).hasStatus(403);
    assertThat(Browser.body(admin.get("/settings/rights"))).contains("Nobody of the staff will be able to see them.");
    admin.post("/settings/rights", "held", "case_worker:health", "held", "case_worker:religion", "held", "case_worker:parentage",
        "held", "case_worker:protected_address", "held", "director:health", "held", "director:religion", "held", "director:parentage");
    assertThat(db.sql("select count(*) from access.audit_entry where action = 'rights.change'").query(Long.class).single()).isEqualTo(2);
    assertThat(khalid.post("/clients/" + client + "/fields/health/looks")).hasStatus(200);
  }

  private MvcTestResult call(String key, HttpMethod method, String beyond, String json) {
    var request = web.method(method).uri(URI.create("/api/v1/clients/" + client + beyond)).header("Authorization", "Bearer " + key);
    return (json == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(json)).exchange();
  }

  private UUID address() {
    return db.sql("select id from constituents.address where party_id = ?").param(client.value()).query(UUID.class).single();
  }

  private List<String> looks() {
    return db.sql("select detail::text from access.audit_entry where action = 'client.look' order by seq").query(String.class).list();
  }

  private String rows() {
    return db.sql("""
        select (select count(*) || ' ' || max(xmin::text::bigint) from constituents.fact) || ' ' || (select count(*) || ' ' || max(xmin::text::bigint) from constituents.address)
          || ' ' || (select count(*) || ' ' || max(xmin::text::bigint) from constituents.party) || ' ' || (select count(*) from access.audit_entry where action <> 'client.read')""")
        .query(String.class).single();
  }
}
