package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.imports.ImportDesk;
import org.silah.segments.Pyramid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who sees only Jeddah meets nobody of Riyadh, wherever they look. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({TwoBranches.class, org.silah.FrontDoor.class, ImportDesk.class})
class SightTest {

  @Autowired TwoBranches charity;
  @Autowired ApiKeys keys;
  @Autowired Branches branches;
  @Autowired ImportDesk desk;
  @Autowired Pyramid pyramid;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient db;

  @Test
  void listsSearchesAndFilesCutWhoIsOutOfSight() {
    var near = charity.client(charity.jeddah(), "ياقوت القريب", "phone", "0551230001", "email", "yaqut@people.example");
    var far = charity.client(charity.riyadh(), "ياقوت البعيد", "phone", "0551230002", "email", "baid@people.example", "identityKind", "national_id",
        "identityNumber", "1087650018");
    charity.gift(near, "431");
    charity.gift(far, "977");
    pyramid.refresh();
    charity.whole(Role.DIRECTOR).post("/insight/count");
    var pages = Map.of(
        Role.REGISTRAR, List.of("/clients", "/clients?order=newest", "/clients?q=" + text("ياقوت"), "/clients?kind=person&q=" + text("ياقوت"), "/search?q=" + text("ياقوت"),
            "/search/hits?q=" + text("ياقوت"), "/search/pick?field=member&q=" + text("ياقوت"), "/clients/export", "/gifts", "/gifts/new", "/gifts/givers?giver-text=" + text("ياقوت"),
            "/gifts?giver-text=" + text("ياقوت"), "/", "/insight/active", "/clients?branch=" + charity.jeddah().id()),
        Role.DIRECTOR, List.of("/clients", "/clients/export", "/gifts", "/gifts/export", "/pyramid/top", "/pyramid/major", "/pyramid/middle", "/pyramid/small", "/pyramid/least",
            "/insight/active", "/", "/messages?state=waiting", "/messages?state=held", "/messages?state=sent"));
    pages.forEach((role, paths) -> {
      var whole = new StringBuilder();
      var limited = new StringBuilder();
      for (var path : paths) {
        var seen = Browser.body(charity.inJeddah(role).get(path));
        assertThat(seen).as(role + " " + path).doesNotContain("البعيد", "551230002", "baid@people", far.toString(), "977");
        limited.append(seen);
        whole.append(Browser.body(charity.whole(role).get(path)));
      }
      assertThat(limited).as("what is hidden is not all").contains("ياقوت القريب");
      assertThat(whole).as("who sees all").contains("ياقوت القريب", "ياقوت البعيد");
    });
    for (var number : List.of("0551230002", "1087650018", "baid@people.example", fileNumber(far))) {
      assertThat(Browser.body(charity.inJeddah(Role.REGISTRAR).get("/search?q=" + text(number)))).as(number).doesNotContain("البعيد");
      assertThat(Browser.body(charity.whole(Role.REGISTRAR).get("/search?q=" + text(number)))).as(number).contains("البعيد");
    }
  }

  @Test
  void aProgramOfOneBranchSeesNoOther() {
    var near = charity.client(charity.jeddah(), "عقيق القريب", "phone", "0551230011");
    var far = charity.client(charity.riyadh(), "عقيق البعيد", "phone", "0551230012");
    charity.gift(near, "432");
    charity.gift(far, "978");
    pyramid.refresh();
    var key = charity.keyOfJeddah(Scope.CLIENTS_READ, Scope.CLIENTS_WRITE, Scope.GIFTS_READ, Scope.GIFTS_WRITE, Scope.SEARCH_READ, Scope.PYRAMID_READ);
    var all = new StringBuilder();
    for (var path : List.of("/api/v1/clients", "/api/v1/clients?branch=jeddah", "/api/v1/search?q=" + text("عقيق"), "/api/v1/gifts", "/api/v1/gifts?client_id=" + far,
        "/api/v1/pyramid/top", "/api/v1/pyramid/major", "/api/v1/pyramid/middle", "/api/v1/pyramid/small", "/api/v1/pyramid/least")) {
      var answer = ask(key, path);
      assertThat(answer).as(path).doesNotContain("البعيد", far.toString());
      all.append(answer);
    }
    assertThat(all).contains("عقيق القريب", near.toString());
    assertThat(ask(key, "/api/v1/clients/" + near)).contains("\"branch\":\"jeddah\"");
    assertThat(ask(key, "/api/v1/clients?branch=riyadh")).contains("\"field\":\"branch\"");
    var gift = """
        {"file_number": %s, "amount": "10.00", "currency": "SAR", "given_on": "2026-11-01", "purpose": "zakat", "channel": "cash"}""";
    assertThat(send(key, "/api/v1/gifts", gift.formatted(fileNumber(far)))).isEqualTo(422);
    assertThat(send(key, "/api/v1/gifts", gift.formatted(fileNumber(near)))).isEqualTo(201);
    assertThat(send(key, "/api/v1/clients", "{\"kind\": \"person\", \"name\": \"عقيق الجديد\"}")).isEqualTo(201);
    assertThat(home("عقيق الجديد")).isEqualTo("jeddah");
    assertThat(send(key, "/api/v1/clients", "{\"kind\": \"person\", \"name\": \"عقيق الآخر\", \"branch\": \"riyadh\"}")).isEqualTo(422);
  }

  @Test
  void whoIsMovedDisappearsForTheFormerBranchAtTheNextRequest() {
    var client = charity.client(charity.jeddah(), "لؤلؤة الراحلة");
    var maha = charity.inJeddah(Role.REGISTRAR);
    assertThat(maha.get("/clients/" + client)).hasStatus(200);
    var answer = maha.post("/clients/" + client + "/branch", "branch", charity.riyadh().id().toString());
    assertThat(answer).hasRedirectedUrl("/clients");
    assertThat(maha.get("/clients/" + client)).hasStatus(404);
    assertThat(Browser.body(maha.get("/clients?q=" + text("لؤلؤة")))).doesNotContain("لؤلؤة الراحلة");
    assertThat(charity.whole(Role.REGISTRAR).post("/clients/" + client + "/branches", "branch", charity.jeddah().id().toString(), "reason", "تدرس في جدة")).hasStatus(302);
    assertThat(Browser.body(maha.get("/clients/" + client))).contains("لؤلؤة الراحلة", "تدرس في جدة", "Riyadh");
    assertThat(charity.whole(Role.REGISTRAR).post("/clients/" + client + "/branches/" + charity.jeddah().id() + "/end")).hasStatus(302);
    assertThat(maha.get("/clients/" + client)).hasStatus(404);
    assertThat(deeds(client)).contains("client.branch.move", "client.branch.add", "client.branch.end");
  }

  @Test
  void aNumberThatAnotherBranchKnowsNamesTheBranchAndNotTheClient() {
    var far = charity.client(charity.riyadh(), "مرجان البعيد", "identityKind", "national_id", "identityNumber", "1087650034");
    var answer = charity.inJeddah(Role.REGISTRAR).post("/clients", "kind", "person", "name", "مرجان البعيد", "identityKind", "national_id", "identityNumber", "1087650034");
    assertThat(answer).hasStatus(422);
    assertThat(Browser.body(answer)).contains("The branch Riyadh knows this number").doesNotContain(far.toString());
    var near = charity.client(charity.jeddah(), "مرجان القريب");
    var onProfile = charity.inJeddah(Role.REGISTRAR).post("/clients/" + near + "/identities", "kind", "national_id", "number", "1087650034");
    assertThat(Browser.body(onProfile)).contains("The branch Riyadh knows this number").doesNotContain(far.toString(), "البعيد");
  }

  @Test
  void aListJoinsWhomAnotherBranchKnowsWithoutSayingWhoItIsAndMakesThemKnown() {
    var far = charity.client(charity.riyadh(), "فيروز عبد الله السالم", "identityKind", "national_id", "identityNumber", "1087650042", "phone", "0551230077");
    var maha = charity.inJeddah(Role.REGISTRAR);
    var list = charity.list(maha, charity.jeddah(), "الاسم,رقم الهوية\nفيروز السالم,1087650042\nجمانة الجديدة,1087650059\n");
    maha.post("/imports/" + list + "/columns", "field", "name", "field", "national_id");
    desk.work("/imports/" + list);
    var preview = Browser.body(maha.get("/imports/" + list));
    assertThat(preview).contains("The branch Riyadh knows this client").doesNotContain("فيروز عبد الله السالم", far.toString(), "551230077");
    assertThat(Browser.body(charity.whole(Role.REGISTRAR).get("/imports/" + list))).contains("فيروز عبد الله السالم");
    maha.post("/imports/" + list + "/commit");
    desk.work("/imports/" + list);
    assertThat(maha.get("/clients/" + far)).hasStatus(200);
    assertThat(home("جمانة الجديدة")).isEqualTo("jeddah");
    assertThat(home("فيروز عبد الله السالم")).isEqualTo("riyadh");
    maha.post("/imports/" + list + "/undoing");
    desk.work("/imports/" + list);
    assertThat(maha.get("/clients/" + far)).hasStatus(404);
    assertThat(db.sql("select seen_by = array[home_branch_id] from constituents.party where id = ?").param(far).query(Boolean.class).single()).isTrue();
  }

  @Test
  void aFileNumberOfABranchIsTheSameTypedOrFromItsList() {
    var typed = charity.client(charity.jeddah(), "سلمان الغانم", "identityKind", "branch_file", "identityNumber", "771", "identityIssuer", "جدة");
    var maha = charity.inJeddah(Role.REGISTRAR);
    var list = charity.list(maha, charity.jeddah(), "الاسم,رقم الملف\nسلمان الغانم,771\n");
    maha.post("/imports/" + list + "/columns", "field", "name", "field", "branch_file");
    desk.work("/imports/" + list);
    assertThat(db.sql("select party_id from constituents.import_row where import_id = ? and outcome = 'joined'").param(list).query(UUID.class).single()).isEqualTo(typed);
    assertThat(Browser.body(maha.get("/clients/" + typed))).contains("<small><bdi>Jeddah</bdi></small>");
  }

  @Test
  void aFamilyAndTiesDoNotNameWhoIsOutOfSight() {
    var whole = charity.whole(Role.REGISTRAR);
    var family = TwoBranches.idBehind(whole.post("/clients", "kind", "family", "name", "أسرة المنصور", "branch", charity.jeddah().id().toString()));
    var near = charity.client(charity.jeddah(), "منصورة القريبة");
    var far = charity.client(charity.riyadh(), "منصور البعيد");
    whole.post("/clients/" + family + "/members", "member", near.toString(), "position", "head");
    whole.post("/clients/" + family + "/members", "member", far.toString(), "position", "child");
    whole.post("/clients/" + near + "/ties", "other", far.toString(), "bond", "sibling");
    var key = charity.keyOfJeddah(Scope.CLIENTS_READ);
    var all = keys.issue("all", java.util.Set.of(Scope.CLIENTS_READ), Sight.wholeFrom(charity.riyadh().id()));
    var limited = charity.inJeddah(Role.REGISTRAR);
    for (var path : List.of("/clients/" + family, "/clients/" + family + "/family", "/clients/" + near, "/clients/" + near + "/ties")) {
      assertThat(Browser.body(whole.get(path))).as(path).contains("منصور البعيد");
      assertThat(Browser.body(limited.get(path))).as(path).contains("منصور").doesNotContain("منصور البعيد", far.toString());
    }
    for (var path : List.of("/api/v1/clients/" + family + "/members", "/api/v1/clients/" + near + "/ties")) {
      assertThat(ask(all, path)).as(path).contains("منصور البعيد");
      assertThat(ask(key, path)).as(path).doesNotContain("منصور البعيد", far.toString());
    }
    limited.post("/clients/" + family + "/members", "member", far.toString(), "position", "head");
    limited.post("/clients/" + family + "/headships", "member", far.toString(), "on", "2026-01-01");
    assertThat(db.sql("select position from constituents.family_member where member_id = ?").param(far).query(String.class).list()).containsExactly("child");
    var membership = db.sql("select id from constituents.family_member where member_id = ?").param(far).query(UUID.class).single();
    assertThat(limited.post("/clients/" + family + "/members/" + membership + "/correction", "position", "dependant")).hasStatus(404);
    var tie = db.sql("select id from constituents.tie where ? in (from_id, to_id)").param(far).query(UUID.class).single();
    assertThat(limited.post("/clients/" + near + "/ties/" + tie + "/end", "until", "2026-01-01", "ended", "over")).hasStatus(404);
    assertThat(db.sql("select until from constituents.tie where id = ?").param(tie).query(java.time.LocalDate.class).optional()).isEmpty();
  }

  @Test
  void aClosedBranchKeepsItsClientsAndTakesNoNewOnes() {
    var abha = branches.add("abha", "أبها", "Abha");
    var client = charity.client(abha, "أروى من أبها");
    var admin = charity.whole(Role.ADMINISTRATOR);
    admin.get("/settings/branches");
    assertThat(admin.post("/settings/branches/" + abha.id() + "/closing")).hasStatus(302);
    assertThat(Browser.body(charity.whole(Role.REGISTRAR).get("/clients/" + client))).contains("Abha");
    var refused = charity.whole(Role.REGISTRAR).post("/clients", "kind", "person", "name", "بعد الإغلاق", "branch", abha.id().toString());
    assertThat(refused).hasStatus(422);
    assertThat(charity.whole(Role.REGISTRAR).post("/clients/" + charity.client(charity.jeddah(), "لا ينقل") + "/branch", "branch", abha.id().toString())).hasStatus(422);
    assertThat(Browser.body(charity.whole(Role.REGISTRAR).get("/clients/new"))).doesNotContain("Abha");
    admin.post("/settings/branches/" + abha.id() + "/opening");
    assertThat(Browser.body(charity.whole(Role.REGISTRAR).get("/clients/new"))).contains("Abha");
  }

  @Test
  void anotherSightEndsTheSessionsUnderWayAndNoAdministratorIsLimited() {
    var admin = charity.whole(Role.ADMINISTRATOR);
    var khalid = charity.inJeddah(Role.DIRECTOR);
    assertThat(khalid.get("/clients")).hasStatus(200);
    var id = charity.member(Role.DIRECTOR).id();
    admin.get("/staff/" + id);
    var change = admin.post("/staff/" + id, "nameAr", "خالد", "nameEn", "Khalid", "email", "", "roles", "director", "sees", "some",
        "branches", charity.riyadh().id().toString(), "home", charity.riyadh().id().toString());
    assertThat(change).hasStatus(302);
    assertThat(khalid.get("/clients").getResponse().getRedirectedUrl()).startsWith("/sign-in");
    var unfit = admin.post("/staff/" + id, "nameAr", "خالد", "nameEn", "Khalid", "email", "", "roles", "director", "sees", "some",
        "branches", charity.riyadh().id().toString(), "home", charity.jeddah().id().toString());
    assertThat(Browser.body(unfit)).contains("The home branch must be one of those chosen.");
    var master = admin.post("/staff/" + id, "nameAr", "خالد", "nameEn", "Khalid", "email", "", "roles", "director", "roles", "administrator", "sees", "some",
        "branches", charity.riyadh().id().toString(), "home", charity.riyadh().id().toString());
    assertThat(Browser.body(master)).contains("An administrator sees the whole charity");
    admin.post("/staff/" + id, "nameAr", "خالد", "nameEn", "Khalid", "email", "", "roles", "director", "sees", "some",
        "branches", charity.jeddah().id().toString(), "home", charity.jeddah().id().toString());
  }

  @Test
  void whoSeesABranchIsToldThatFiguresAreOfAllAndReadsNoAuditLog() {
    assertThat(Browser.body(charity.inJeddah(Role.DIRECTOR).get("/"))).contains("These figures are of the whole charity");
    assertThat(Browser.body(charity.whole(Role.DIRECTOR).get("/"))).doesNotContain("These figures are of the whole charity").contains("href=\"/audit\"");
    assertThat(charity.inJeddah(Role.DIRECTOR).get("/audit")).hasStatus(403);
    assertThat(Browser.body(charity.inJeddah(Role.DIRECTOR).get("/"))).doesNotContain("href=\"/audit\"");
  }

  private String ask(String key, String path) {
    return Browser.body(web.get().uri(URI.create(path)).header("Authorization", "Bearer " + key).exchange());
  }

  private int send(String key, String path, String json) {
    return web.post().uri(URI.create(path)).header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(json).exchange().getResponse().getStatus();
  }

  private String home(String name) {
    return db.sql("select b.code from constituents.party p join access.branch b on b.id = p.home_branch_id where p.display_name = ?").param(name).query(String.class).single();
  }

  private String fileNumber(UUID client) {
    return db.sql("select file_number::text from constituents.party where id = ?").param(client).query(String.class).single();
  }

  private List<String> deeds(UUID client) {
    return db.sql("select action from access.audit_entry where subject = ? order by seq").param(client.toString()).query(String.class).list();
  }

  private static String text(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }
}
