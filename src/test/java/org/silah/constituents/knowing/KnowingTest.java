package org.silah.constituents.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.MovableClock;
import org.silah.access.ApiKeys;
import org.silah.access.Branch;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.Scope;
import org.silah.access.TwoBranches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * What a charity knows of its clients, with its rules as it finds them. Of a person it wants phone 5, identity 3, address 3, consent 3,
 * e-mail, birth, role and preferred channel 2 each, nationality, gender, preferred time and how they heard of it 1 each: 26 in all.
 */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({TwoBranches.class, MovableClock.OnTheWall.class})
class KnowingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Autowired TwoBranches charity;
  @Autowired KnowledgeFollowing following;
  @Autowired ApiKeys keys;
  @Autowired MockMvcTester web;
  @Autowired MovableClock clock;
  @Autowired JdbcClient db;

  private Branch riyadh;
  private Branch jeddah;

  @BeforeEach
  void twoBranches() {
    clock.moveTo(DAY);
    riyadh = charity.riyadh();
    jeddah = charity.jeddah();
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'test' where removed_at is null").update();
    following.beginAnew();
    follow();
  }

  /** What happens at the very moment of the look is left for the next. */
  private void follow() {
    clock.forward(Duration.ofSeconds(1));
    while (following.step() > 0) {
      // until nothing waits
    }
    following.keepDay();
  }

  private String json(String path) {
    var key = keys.issue("program", java.util.Set.of(Scope.CLIENTS_READ));
    var answer = web.get().uri(URI.create(path)).header("Authorization", "Bearer " + key).exchange();
    assertThat(answer).hasStatusOk();
    return Browser.body(answer);
  }

  private static double number(String json, String path) {
    return ((Number) JsonPath.read(json, path)).doubleValue();
  }

  private static List<String> strings(String json, String path) {
    return JsonPath.read(json, path);
  }

  private String page(Browser reader, String path) {
    var answer = reader.get(path);
    assertThat(answer).hasStatusOk();
    return Browser.body(answer);
  }

  private List<Map<String, Object>> entries(UUID client, String action) {
    return db.sql("select detail::text as detail, actor from access.audit_entry where action = ? and subject = ?").params(action, client.toString()).query().listOfRows();
  }

  @Test
  void whatIsKnownOfAClientIsCountedByWeight() {
    var client = charity.client(riyadh, "مضاوي العلي", "phone", "0501110001", "birthOn", "1990-05-05");
    var told = json("/api/v1/clients/" + client + "/knowledge");
    assertThat(number(told, "$.known.complete")).as("phone 5 and birth 2 of 26").isEqualTo(7 / 26.0);
    assertThat(number(told, "$.known.fresh")).isEqualTo(1);
    assertThat(strings(told, "$.facts[?(@.state == 'fresh')].fact")).containsExactlyInAnyOrder("phone", "birth_on");
    var noura = charity.whole(Role.CASE_WORKER);
    noura.get("/clients/" + client);
    noura.post("/clients/" + client + "/roles", "role", "beneficiary", "since", "2026-01-01");
    told = json("/api/v1/clients/" + client + "/knowledge");
    // a beneficiary's address and identity weigh 5, birth 4; marital status, dependants and housing 4 each, education and occupation 3 each and satisfaction 2 come to it
    assertThat(number(told, "$.known.complete")).as("phone 5, birth 4, role 2 of 52").isEqualTo(11 / 52.0);
    assertThat(page(noura, "/clients/" + client)).contains("21.2%");
  }

  @Test
  void aStaleFactAsksToBeConfirmedAndOnePressMakesItFresh() {
    var client = charity.client(riyadh, "رقية الشهري", "phone", "0501110002");
    var maha = charity.whole(Role.REGISTRAR);
    assertThat(page(maha, "/clients/" + client)).doesNotContain("Waiting to be confirmed");
    clock.moveTo(DAY.plusMonths(12).minusDays(1));
    maha = charity.whole(Role.REGISTRAR);
    assertThat(page(maha, "/clients/" + client)).doesNotContain("Waiting to be confirmed");
    clock.moveTo(DAY.plusMonths(12));
    assertThat(page(maha, "/clients/" + client)).contains("Waiting to be confirmed", "Phone: is it still so?");
    assertThat(maha.post("/clients/" + client + "/confirmations", "item", "phone", "source", "call")).hasStatus(302);
    var profile = page(maha, "/clients/" + client);
    assertThat(profile).doesNotContain("Waiting to be confirmed").contains("+966 50 111 0002", "Confirmed as still so: Phone");
    assertThat(db.sql("select source, as_of, import_id from constituents.phone where party_id = ?").param(client).query().singleRow())
        .containsEntry("source", "call").containsEntry("as_of", java.sql.Date.valueOf(DAY.plusMonths(12)));
    assertThat(db.sql("select was, as_of from constituents.confirmation where party_id = ?").param(client).query().singleRow())
        .containsEntry("was", java.sql.Date.valueOf(DAY));
    assertThat(entries(client, "client.confirm")).hasSize(1).first().asString().contains("phone", DAY.toString(), DAY.plusMonths(12).toString());
    assertThat(maha.post("/clients/" + client + "/confirmations", "item", "phone", "source", "call")).hasStatus(302);
    assertThat(entries(client, "client.confirm")).as("said again on the same day").hasSize(1);
    assertThat(maha.post("/clients/" + client + "/confirmations", "item", "email")).as("not known").hasStatus(404);
    assertThat(maha.post("/clients/" + client + "/confirmations", "item", "health")).as("never wanted").hasStatus(404);
  }

  @Test
  void whatAListSaysIsAccurateOnlyOnceTheClientSaysSo() {
    var client = charity.client(riyadh, "دلال السبيعي", "phone", "0501110098");
    db.sql("update constituents.phone set source = 'import' where party_id = ?").param(client).update();
    var told = json("/api/v1/clients/" + client + "/knowledge");
    assertThat(number(told, "$.known.complete")).as("phone 5 of 26").isEqualTo(5 / 26.0);
    assertThat(number(told, "$.known.accurate")).isZero();
    clock.moveTo(DAY.plusMonths(3));
    var maha = charity.whole(Role.REGISTRAR);
    db.sql("update constituents.phone set source = 'call', as_of = ? where party_id = ?").params(java.sql.Date.valueOf(DAY.plusMonths(3)), client).update();
    told = json("/api/v1/clients/" + client + "/knowledge");
    assertThat(number(told, "$.known.accurate")).isEqualTo(5 / 26.0);
    maha.post("/clients/" + client + "/phones", "phone", "0501110097", "source", "staff");
    clock.moveTo(DAY.plusMonths(15));
    told = json("/api/v1/clients/" + client + "/knowledge");
    assertThat(number(told, "$.known.accurate")).as("what the client said is old").isZero();
  }

  @Test
  void aConfirmedFieldKeepsItsValueAndItsHistory() {
    var client = charity.client(riyadh, "وجدان العمري");
    var noura = charity.whole(Role.CASE_WORKER);
    noura.get("/clients/" + client);
    noura.post("/clients/" + client + "/roles", "role", "beneficiary", "since", "2026-01-01");
    noura.post("/clients/" + client + "/fields/housing", "value", "rented", "source", "visit");
    clock.moveTo(DAY.plusMonths(13));
    noura = charity.whole(Role.CASE_WORKER);
    assertThat(page(noura, "/clients/" + client)).contains("Housing: is it still so?");
    noura.post("/clients/" + client + "/confirmations", "item", "housing", "source", "client");
    assertThat(db.sql("select value, source, as_of::text from constituents.fact where party_id = ? and code = 'housing' order by recorded_at").param(client).query().listOfRows())
        .extracting(row -> row.get("value") + " " + row.get("source") + " " + row.get("as_of"))
        .containsExactly("rented visit " + DAY, "rented client " + DAY.plusMonths(13));
    assertThat(page(noura, "/clients/" + client)).doesNotContain("Housing: is it still so?");
  }

  @Test
  void theBaseIsToldInFiguresThatTheListsBehindThemShow() {
    charity.client(riyadh, "حصة الأولى", "phone", "0501110011");
    charity.client(riyadh, "حصة الثانية", "phone", "0501110012", "birthOn", "1980-01-01");
    charity.client(jeddah, "حصة الثالثة");
    follow();
    var told = json("/api/v1/knowledge");
    assertThat(number(told, "$.clients")).isEqualTo(3);
    assertThat(number(told, "$.facts")).as("two phones and a birth").isEqualTo(3);
    assertThat(number(told, "$.known.complete")).as("5, 7 and nothing of 26 each").isEqualTo(12 / 78.0);
    assertThat(strings(told, "$.branches[?(@.branch == 'riyadh')].clients").toString()).isEqualTo("[2]");
    assertThat(strings(told, "$.groups[?(@.group == 'identity')].known.complete").toString()).as("phone and birth, of 17 each").isEqualTo("[" + 12 / 51.0 + "]");
    var khalid = charity.whole(Role.DIRECTOR);
    assertThat(page(khalid, "/knowledge")).contains("15.4%", "href=\"/knowledge/clients?item=birth_on&amp;state=missing\">2</a>", "Riyadh", "Jeddah");
    assertThat(page(khalid, "/knowledge/clients?item=birth_on&state=missing")).contains("حصة الأولى", "حصة الثالثة").doesNotContain("حصة الثانية");
    assertThat(page(khalid, "/knowledge/clients?branch=" + jeddah.id())).contains("حصة الثالثة").doesNotContain("حصة الأولى");
    assertThat(page(khalid, "/knowledge/clients?band=1")).as("7 of 26 is 27%").contains("حصة الثانية").doesNotContain("حصة الأولى", "حصة الثالثة");
    assertThat(page(khalid, "/knowledge/clients?item=nothing&state=odd&band=9&numbers=x&branch=y&kind=z&after=w")).as("what is nothing of ours is left out").contains("حصة الأولى");
  }

  @Test
  void whoSeesOneBranchIsToldOfItsClientsAlone() {
    charity.client(riyadh, "ليان البعيدة", "phone", "0501110021");
    charity.client(jeddah, "ليان القريبة", "phone", "0501110022");
    follow();
    var near = charity.inJeddah(Role.DIRECTOR);
    for (var path : List.of("/knowledge", "/knowledge?branch=" + riyadh.id())) {
      assertThat(page(near, path)).contains("Jeddah").doesNotContain("Riyadh");
    }
    for (var path : List.of("/knowledge/clients", "/knowledge/clients?branch=" + riyadh.id(), "/knowledge/calls", "/knowledge/calls?branch=" + riyadh.id(), "/knowledge/calls/export")) {
      assertThat(page(near, path)).as(path).contains("ليان القريبة").doesNotContain("ليان البعيدة");
    }
    var key = charity.keyOfJeddah(Scope.CLIENTS_READ);
    var told = Browser.body(web.get().uri("/api/v1/knowledge").header("Authorization", "Bearer " + key).exchange());
    assertThat(number(told, "$.clients")).isEqualTo(1);
    assertThat(strings(told, "$.branches[*].branch")).containsExactly("jeddah");
  }

  @Test
  void whetherSomethingSensitiveIsKnownShowsInNoFigure() {
    var client = charity.client(riyadh, "عائشة المصونة", "phone", "0501110031");
    follow();
    var maha = charity.whole(Role.REGISTRAR);
    var path = "/api/v1/clients/" + client + "/knowledge";
    var before = List.of(json(path), json("/api/v1/knowledge"), page(maha, "/knowledge/clients").replaceAll("nonce=\"[^\"]*\"|value=\"[^\"]{30,}\"", ""));
    var noura = charity.whole(Role.CASE_WORKER);
    noura.get("/clients/" + client);
    for (var fact : Map.of("health", "ربو", "religion", "الإسلام", "parentage", "known").entrySet()) {
      assertThat(noura.post("/clients/" + client + "/fields/" + fact.getKey(), "value", fact.getValue(), "source", "visit")).hasStatus(302);
    }
    follow();
    assertThat(List.of(json(path), json("/api/v1/knowledge"), page(maha, "/knowledge/clients").replaceAll("nonce=\"[^\"]*\"|value=\"[^\"]{30,}\"", ""))).isEqualTo(before);
    assertThat(db.sql("select item from constituents.knowledge_rule where item in ('health', 'religion', 'parentage', 'parentage_remark')").query(String.class).list()).isEmpty();
  }

  @Test
  void theCharitySaysWhatMattersAndForHowLongItIsGood() {
    var client = charity.client(riyadh, "سديم الحازمي", "phone", "0501110041");
    follow();
    var salem = charity.whole(Role.ADMINISTRATOR);
    assertThat(page(salem, "/settings/knowledge?of=agency")).contains("weight.decision_maker");
    assertThat(salem.post("/settings/knowledge", "of", "person", "weight.phone", "3", "weight.email", "٣")).hasStatus(302);
    assertThat(following.progress().isOver()).isFalse();
    assertThat(page(salem, "/knowledge")).contains("The rules have changed");
    follow();
    assertThat(following.progress().isOver()).isTrue();
    assertThat(number(json("/api/v1/knowledge"), "$.known.complete")).as("3 of 6").isEqualTo(0.5);
    var answer = salem.post("/settings/knowledge", "of", "person", "weight.phone", "6", "weight.email", "-1");
    assertThat(answer).hasStatus(422);
    assertThat(Browser.body(answer)).contains("Write a number from 0 to 5.", "value=\"6\"");
    assertThat(number(json("/api/v1/clients/" + client + "/knowledge"), "$.known.complete")).isEqualTo(0.5);
    assertThat(salem.post("/settings/knowledge", "of", "nobody")).hasStatus(404);
    var costs = new java.util.ArrayList<>(List.of("of", "costs", "call-seconds", "60", "call-questions", "2"));
    db.sql("select item, months, seconds from constituents.knowledge_rule").query().listOfRows().forEach(rule -> costs.addAll(List.of(
        "months." + rule.get("item"), rule.get("item").equals("phone") ? "1" : rule.get("months") == null ? "" : rule.get("months").toString(), "seconds." + rule.get("item"), rule.get("seconds").toString())));
    assertThat(salem.post("/settings/knowledge", costs.toArray(String[]::new))).hasStatus(302);
    clock.moveTo(DAY.plusMonths(1));
    follow();
    assertThat(number(json("/api/v1/knowledge"), "$.known.fresh")).isZero();
    assertThat(salem.post("/settings/knowledge", "of", "costs", "call-seconds", "x")).hasStatus(422);
    assertThat(db.sql("select count(*) from access.audit_entry where action in ('knowledge.weigh', 'knowledge.cost')").query(Integer.class).single()).isEqualTo(2);
    db.sql("delete from constituents.knowledge_weight where of = 'person'").update();
    for (var weight : "phone 5,identity 3,address 3,email 2,birth_on 2,nationality 1,gender 1,role 2,preferred_channel 2,preferred_time 1,consent 3,first_heard 1".split(",")) {
      db.sql("insert into constituents.knowledge_weight values ('person', split_part(?, ' ', 1), split_part(?, ' ', 2)::smallint)").params(weight, weight).update();
    }
    db.sql("update constituents.knowledge_rule set months = 12 where item = 'phone'").update();
    db.sql("update constituents.knowledge_call set seconds = 120, questions = 5").update();
  }

  @Test
  void whoeverIsCalledIsAskedTheBestInOneCallAndWhoSaidNoIsNotCalled() throws IOException {
    var full = charity.client(riyadh, "غادة المعروفة", "phone", "0501110051", "birthOn", "1990-01-01", "email", "ghada@people.example", "gender", "female");
    charity.client(riyadh, "=هيا+المجهولة", "phone", "0501110052");
    var refuses = charity.client(riyadh, "هدى الممتنعة", "phone", "0501110053");
    charity.client(jeddah, "هيفاء بلا رقم");
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/" + refuses);
    assertThat(maha.post("/clients/" + refuses + "/consents", "channel", "call", "topic", "appeals", "answer", "refused", "evidence", "قالت ذلك", "source", "call")).hasStatus(302);
    follow();
    var calls = page(maha, "/knowledge/calls");
    assertThat(calls).contains("غادة المعروفة", "هيا+المجهولة", "+966 50 111 0052").doesNotContain("هدى الممتنعة", "هيفاء بلا رقم");
    // both are asked five things; of Ghada birth and e-mail are known, so hers bring less
    assertThat(calls.indexOf("هيا+المجهولة")).isLessThan(calls.indexOf("غادة المعروفة"));
    assertThat(calls).contains("When were you born, in either calendar?");
    assertThat(page(maha, "/knowledge/calls?reach=refused")).contains("هدى الممتنعة").doesNotContain("غادة المعروفة", "+966 50 111 0053");
    assertThat(page(maha, "/knowledge/calls?reach=no_phone")).contains("هيفاء بلا رقم").doesNotContain("غادة المعروفة");
    assertThat(page(maha, "/knowledge/calls?branch=" + jeddah.id())).doesNotContain("غادة المعروفة");
    var file = FrontDoor.rows(page(maha, "/knowledge/calls/export"));
    assertThat(file).hasSize(3);
    assertThat(file.get(1).get(1)).isEqualTo("'=هيا+المجهولة");
    assertThat(file.get(1).get(2)).isEqualTo("'+966501110052");
    assertThat(file.get(1).get(4).lines()).hasSize(5);
    assertThat(db.sql("select detail->>'rows' from access.audit_entry where action = 'knowledge.calls.export' order by seq desc limit 1").query(String.class).single()).isEqualTo("2");
    clock.moveTo(DAY.plusMonths(12));
    follow();
    maha = charity.whole(Role.REGISTRAR);
    assertThat(page(maha, "/knowledge/calls")).as("a year later the number is asked for too").contains("Is this number still the best one to reach you on?");
    maha.get("/clients/" + full);
    maha.post("/clients/" + full + "/confirmations", "item", "phone", "source", "call");
    follow();
    assertThat(page(maha, "/knowledge/clients?item=phone&state=stale")).doesNotContain("غادة المعروفة").contains("هيا+المجهولة");
  }

  @Test
  void anOrganisationIsKnownByThoseWhoDecideThereAndWhoAnswersForIt() {
    var body = TwoBranches.idBehind(charity.whole(Role.REGISTRAR).post("/clients", "kind", "organisation", "name", "مؤسسة الوفاء الخيرية", "confirmed", "yes"));
    var person = charity.client(riyadh, "صالح صاحب القرار");
    var noura = charity.whole(Role.CASE_WORKER);
    noura.get("/clients/" + body);
    var path = "/api/v1/clients/" + body + "/knowledge";
    assertThat(strings(json(path), "$.facts[?(@.state == 'missing')].fact")).contains("decision_maker", "contact", "decision_style", "fit_with_mission");
    var answer = noura.post("/clients/" + body + "/ties", "bond", "decision_maker", "other", person.toString(), "influence", "high", "style", "figures", "sways", "أثر يُقاس");
    assertThat(answer).as(Browser.body(answer).lines().filter(line -> line.contains("err")).toList().toString()).hasStatus(302);
    assertThat(strings(json(path), "$.facts[?(@.state == 'missing')].fact")).doesNotContain("decision_maker").contains("contact");
    assertThat(page(noura, "/clients/" + body)).contains("صالح صاحب القرار", "أثر يُقاس");
    clock.moveTo(DAY.plusMonths(12));
    noura = charity.whole(Role.CASE_WORKER);
    assertThat(page(noura, "/clients/" + body)).contains("Who decides, and their influence: is it still so?");
    noura.post("/clients/" + body + "/confirmations", "item", "decision_maker", "source", "client");
    assertThat(page(noura, "/clients/" + body)).doesNotContain("Who decides, and their influence: is it still so?");
  }

  @Test
  void everyFactSaysWhoWroteItDown() {
    var client = charity.client(riyadh, "بشاير القرني", "phone", "0501110061");
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/" + client);
    maha.post("/clients/" + client + "/fields/expected_kind", "value", "كفالة يتيم", "source", "call");
    var profile = page(maha, "/clients/" + client + "/groups/expected");
    assertThat(profile).contains("كفالة يتيم", "· <bdi>Staff</bdi>");
    assertThat(page(maha, "/clients/" + client + "/groups/identity")).contains("· <bdi>Staff</bdi>");
  }

  @Test
  void branchesThatStillKeepListsAndNumbersThatOverlapAreTold() {
    charity.client(riyadh, "ريم ذات الرقمين", "identityKind", "national_id", "identityNumber", "1000000008");
    follow();
    var two = charity.client(riyadh, "رنا ذات الجواز", "identityKind", "national_id", "identityNumber", "1000000016");
    var maha = charity.whole(Role.REGISTRAR);
    maha.get("/clients/" + two);
    assertThat(maha.post("/clients/" + two + "/identities", "kind", "passport", "number", "P123", "issuer", "")).hasStatus(302);
    charity.client(riyadh, "رهف بلا رقم");
    db.sql("""
        insert into constituents.import (id, kind, state, file_name, file_bytes, format, encoding, delimiter, header_row, headers, fields, region, language, begun_on,
          counts, asked_by, created_at, created_by, committed_at, branch_id)
        values (uuidv7(), 'clients', 'done', 'قائمة.csv', 1, 'csv', 'UTF-8', ',', 1, '{}', '{}', 'SA', 'ar', '2026-10-01', '{"new": 4, "joined": 3}', 'test',
          '2026-10-01T09:00:00Z', 'test', '2026-10-01T09:00:00Z', ?)""").param(jeddah.id()).update();
    follow();
    var told = page(maha, "/knowledge");
    assertThat(told).contains("numbers=national_id\">2</a>", "numbers=national_id,passport\">1</a>", "1 client without any number");
    assertThat(told).contains("1 list within a year", "7 clients", "no list ever came");
    assertThat(page(maha, "/knowledge/clients?numbers=national_id,passport")).contains("رنا ذات الجواز").doesNotContain("ريم ذات الرقمين");
    assertThat(page(maha, "/knowledge/clients?numbers=none")).contains("رهف بلا رقم").doesNotContain("ريم ذات الرقمين");
    clock.moveTo(LocalDate.of(2027, 10, 2));
    assertThat(page(charity.whole(Role.REGISTRAR), "/knowledge")).contains("none for a year");
  }

  @Test
  void eachMonthLeavesItsFigures() {
    charity.client(riyadh, "نجلاء العتيبي", "phone", "0501110071");
    follow();
    for (int month = 1; month <= 13; month++) {
      clock.moveTo(DAY.plusMonths(month));
      follow();
    }
    var kept = db.sql("""
        select d.day, sum(d.known_weight) as known, sum(d.fresh_weight) as fresh
        from constituents.knowledge_day d
        where d.day > ?
        group by d.day
        order by d.day""").param(DAY.plusMonths(10)).query().listOfRows();
    assertThat(kept).extracting(row -> row.get("day") + " " + row.get("known") + " " + row.get("fresh"))
        .containsExactly(DAY.plusMonths(11) + " 5 5", DAY.plusMonths(12) + " 5 0", DAY.plusMonths(13) + " 5 0");
    assertThat(page(charity.whole(Role.DIRECTOR), "/knowledge")).contains("What we knew over time", "19.2%");
    db.sql("delete from constituents.knowledge_day").update();
  }
}
