package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.ApiKeys;
import org.silah.access.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Gifts for other programs, such as a gateway or the accounts. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Charity
@Import(Scene.class)
class GiftApiTest {

  private static final String ZAKAT = "\"amount\":\"350.00\",\"currency\":\"SAR\",\"given_on\":\"1447-09-01\",\"purpose\":\"zakat\",\"channel\":\"online\"}";

  @Autowired MockMvcTester web;
  @Autowired ApiKeys keys;
  @Autowired Scene scene;
  @Autowired JdbcClient db;

  private String key;

  @BeforeEach
  void aProgramHasAKey() {
    key = keys.issue("بوابة التبرع", Set.of(Scope.GIFTS_READ, Scope.GIFTS_WRITE, Scope.CLIENTS_WRITE));
  }

  @Test
  void aGiftIsRecordedAndReadBack() {
    var maha = scene.client("مها سعد");
    var made = post("/api/v1/gifts", "{\"client_id\":\"" + maha + "\"," + ZAKAT);
    assertThat(made).hasStatus(201);
    assertThat(made).bodyJson().extractingPath("$.given_on").isEqualTo("2026-02-18");
    assertThat(made).bodyJson().extractingPath("$.given_on_hijri").isEqualTo("1447-09-01");
    assertThat(made).bodyJson().extractingPath("$.status").isEqualTo("received");
    assertThat(made.getResponse().getHeader("Location")).isEqualTo("/api/v1/gifts/" + path(made, "$.id"));
    var read = get("/api/v1/gifts/" + path(made, "$.id"));
    assertThat(read).hasStatusOk().bodyText().isEqualTo(text(made));
  }

  @Test
  void amountsAreTextWithTheDecimalsOfTheirCurrency() {
    var salem = scene.client("سالم علي");
    var made = post("/api/v1/gifts", "{\"client_id\":\"" + salem + "\"," + ZAKAT.replace("350.00", "1.250").replace("SAR", "KWD"));
    assertThat(made).hasStatus(201);
    assertThat(made).bodyJson().extractingPath("$.amount").isEqualTo("1.250");
    assertThat(made).bodyJson().extractingPath("$.base_amount").isEqualTo("15.25");
    wrong(post("/api/v1/gifts", "{\"client_id\":\"" + salem + "\"," + ZAKAT.replace("350.00", "1.250")), "amount");
    wrong(post("/api/v1/gifts", "{\"client_id\":\"" + salem + "\"," + ZAKAT.replace("350.00", "1,250")), "amount");
    wrong(post("/api/v1/gifts", "{\"client_id\":\"" + salem + "\"," + ZAKAT.replace("\"350.00\"", "350.00")), "amount");
    wrong(post("/api/v1/gifts", "{\"client_id\":\"" + salem + "\"," + ZAKAT.replace("SAR", "TRY")), "currency");
  }

  @Test
  void theGiverMayBeToldByFileNumberOrMadeAtOnce() {
    var noura = scene.client("نورة خالد");
    var number = db.sql("select file_number from constituents.party where id = ?").param(noura.value()).query(Long.class).single();
    assertThat(path(post("/api/v1/gifts", "{\"file_number\":" + number + "," + ZAKAT), "$.client_id")).isEqualTo(noura.toString());
    var fresh = post("/api/v1/gifts", "{\"client\":{\"name\":\"Hind Omar\",\"email\":\"hind@example.org\",\"language\":\"en\"}," + ZAKAT);
    assertThat(fresh).hasStatus(201);
    assertThat(db.sql("select display_name || ' ' || language from constituents.party where id = ?::uuid").param(path(fresh, "$.client_id"))
        .query(String.class).single()).isEqualTo("Hind Omar en");
    wrong(post("/api/v1/gifts", "{" + ZAKAT), "client_id");
    wrong(post("/api/v1/gifts", "{\"client_id\":\"" + noura + "\",\"file_number\":" + number + "," + ZAKAT), "client_id");
    wrong(post("/api/v1/gifts", "{\"client_id\":\"" + UUID.randomUUID() + "\"," + ZAKAT), "client_id");
    wrong(post("/api/v1/gifts", "{\"file_number\":1," + ZAKAT), "file_number");
    wrong(post("/api/v1/gifts", "{\"client\":{\"name\":\" \"}," + ZAKAT), "client.name");
    wrong(post("/api/v1/gifts", "{\"client\":{\"name\":\"x\",\"phone\":\"12\"}," + ZAKAT), "client.phone");
    wrong(post("/api/v1/gifts", "{\"client\":{\"name\":\"x\",\"kind\":\"agency\"}," + ZAKAT), "client.kind");
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() {
    var giver = scene.client("علي حسن");
    var empty = post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\"}");
    assertThat(empty).hasStatus(422).bodyJson().extractingPath("$.errors[*].field").asArray()
        .containsExactlyInAnyOrder("amount", "currency", "given_on", "purpose", "channel");
    for (var field : List.of("id", "base_amount", "recorded_at", "status", "party_id", "thank")) {
      wrong(post("/api/v1/gifts", "{\"" + field + "\":\"1\",\"client_id\":\"" + giver + "\"," + ZAKAT), field);
    }
    assertThat(scene.summary(giver)).isNull();
  }

  @Test
  void theSameKeyRecordsOneGift() {
    var giver = scene.client("ريم فهد");
    var body = "{\"client_id\":\"" + giver + "\"," + ZAKAT;
    var first = post("/api/v1/gifts", body, "gift-77");
    var again = post("/api/v1/gifts", body, "gift-77");
    assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true").bodyText().isEqualTo(text(first));
    assertThat(scene.summary(giver).gifts()).isEqualTo(1);
  }

  @Test
  void aGiftIsReversedOnceHoweverManyTry() throws Exception {
    var giver = scene.client("فيصل ناصر");
    var id = path(post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\"," + ZAKAT), "$.id");
    var tries = IntStream.range(0, 20).<Callable<Integer>>mapToObj(_ -> () ->
        post("/api/v1/gifts/" + id + "/reversal", "{\"reason\":\"استرداد\"}").getResponse().getStatus()).toList();
    var answers = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(tries)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsOnly(200, 422).containsOnlyOnce(200);
    assertThat(get("/api/v1/gifts/" + id)).bodyJson().extractingPath("$.reversal.reason").isEqualTo("استرداد");
    assertThat(scene.summary(giver)).isNull();
    assertThat(db.sql("select coalesce(sum(gifts), 0) from giving.donor_year where party_id = ?").param(giver.value()).query(Long.class).single()).isZero();
  }

  @Test
  void aReversalNeedsAReasonAndAGift() {
    var id = path(post("/api/v1/gifts", "{\"client_id\":\"" + scene.client("خلود يوسف") + "\"," + ZAKAT), "$.id");
    wrong(post("/api/v1/gifts/" + id + "/reversal", "{}"), "reason");
    wrong(post("/api/v1/gifts/" + id + "/reversal", "{\"reason\":\"  \"}"), "reason");
    wrong(post("/api/v1/gifts/" + id + "/reversal", "{\"reason\":\"" + "x".repeat(501) + "\"}"), "reason");
    assertThat(post("/api/v1/gifts/" + UUID.randomUUID() + "/reversal", "{\"reason\":\"x\"}")).hasStatus(404);
    assertThat(post("/api/v1/gifts/no-id/reversal", "{\"reason\":\"x\"}")).hasStatus(404);
  }

  @Test
  void aListIsFilteredAndReadPageByPage() {
    var giver = scene.client("أروى إبراهيم");
    var ids = IntStream.rangeClosed(1, 5).mapToObj(day -> path(post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\","
        + ZAKAT.replace("1447-09-01", "2026-01-0" + day)), "$.id")).toList();
    post("/api/v1/gifts/" + ids.get(2) + "/reversal", "{\"reason\":\"مكرر\"}");
    var page = get("/api/v1/gifts?client_id=" + giver + "&limit=2");
    assertThat(ids(page)).containsExactly(ids.get(4), ids.get(3));
    assertThat(ids(get("/api/v1/gifts?client_id=" + giver + "&limit=2&cursor=" + path(page, "$.next")))).containsExactly(ids.get(2), ids.get(1));
    assertThat(ids(get("/api/v1/gifts?client_id=" + giver + "&status=reversed"))).containsExactly(ids.get(2));
    assertThat(ids(get("/api/v1/gifts?client_id=" + giver + "&from=1447/07/14&to=2026-01-04&status=received"))).containsExactly(ids.get(3));
    assertThat(ids(get("/api/v1/gifts?client_id=" + giver + "&purpose=waqf"))).isEmpty();
    for (var filter : List.of("purpose=love", "channel=x", "status=x", "client_id=7", "from=soon", "to=x")) {
      wrong(get("/api/v1/gifts?" + filter), filter.split("=")[0]);
    }
  }

  @Test
  void aClientsGivingIsToldInAllAndByYear() {
    var giver = scene.client("بدر صالح");
    post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\"," + ZAKAT.replace("1447-09-01", "2025-12-31"));
    post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\"," + ZAKAT.replace("1447-09-01", "2026-01-01").replace("350.00", "0.50"));
    var told = get("/api/v1/clients/" + giver + "/giving");
    assertThat(told).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo("350.50");
    assertThat(told).bodyJson().extractingPath("$.first_on").isEqualTo("2025-12-31");
    assertThat(JsonPath.<List<String>>read(text(told), "$.years[*].total")).containsExactly("0.50", "350.00", "350.50");
    assertThat(JsonPath.<List<Integer>>read(text(told), "$.years[*].year")).containsExactly(2026, 2025, 1447);
    assertThat(get("/api/v1/clients/" + scene.client("لم يتبرع") + "/giving")).bodyJson().extractingPath("$.gifts").isEqualTo(0);
    assertThat(get("/api/v1/clients/" + UUID.randomUUID() + "/giving")).hasStatus(404);
  }

  @Test
  void eachKeyDoesOnlyWhatItsScopesSay() {
    var giver = scene.client("لمياء سعود");
    key = keys.issue("قارئ", Set.of(Scope.GIFTS_READ));
    assertThat(get("/api/v1/gifts")).hasStatusOk();
    assertThat(post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\"," + ZAKAT)).hasStatus(403);
    key = keys.issue("بحث", Set.of(Scope.SEARCH_READ));
    assertThat(get("/api/v1/gifts")).hasStatus(403);
    assertThat(get("/api/v1/clients/" + giver + "/giving")).hasStatus(403);
  }

  @Test
  void aClientIsMadeOnTheSpotOnlyByAProgramThatMayMakeClients() {
    key = keys.issue("بوابة بلا عملاء", Set.of(Scope.GIFTS_WRITE));
    var refused = post("/api/v1/gifts", "{\"client\":{\"name\":\"لا يحق له\"}," + ZAKAT, "no-right");
    assertThat(refused).hasStatus(403).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(refused.getResponse().getHeader("WWW-Authenticate")).contains("insufficient_scope", "clients:write");
    assertThat(db.sql("select count(*) from constituents.party where display_name = 'لا يحق له'").query(Long.class).single()).isZero();
    var giver = scene.client("معروف من قبل");
    assertThat(post("/api/v1/gifts", "{\"client_id\":\"" + giver + "\"," + ZAKAT, "no-right")).hasStatus(201);
  }

  @Test
  void whoReadsWhatOneClientGaveStandsInTheAuditLog() {
    var giver = scene.client("مقروءة العطاء");
    get("/api/v1/clients/" + giver + "/giving");
    get("/api/v1/gifts?client_id=" + giver);
    get("/api/v1/gifts");
    assertThat(db.sql("select detail ->> 'part' from access.audit_entry where subject = ? and action = 'client.read' order by seq")
        .param(giver.toString()).query(String.class).list()).containsExactly("giving", "gifts");
    var before = db.sql("select count(*) from access.audit_entry").query(Long.class).single();
    assertThat(get("/api/v1/clients/" + UUID.randomUUID() + "/giving")).hasStatus(404);
    assertThat(db.sql("select count(*) from access.audit_entry").query(Long.class).single()).isEqualTo(before);
  }

  @Test
  void aCursorThatIsNotOursIsRefusedWhateverItHolds() {
    var id = UUID.randomUUID();
    for (var place : List.of("+999999999-01-01", "-999999999-01-01", "-0001-01-01", "0000-01-01", "+10000-01-01", "x", "1.5")) {
      wrong(get("/api/v1/gifts?cursor=" + cursor(place, id)), "cursor");
    }
    assertThat(get("/api/v1/gifts?from=0000-01-01")).hasStatus(422);
  }

  private static String cursor(Object... parts) {
    var text = String.join("\u001f", java.util.Arrays.stream(parts).map(String::valueOf).toList());
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private MvcTestResult get(String path) {
    return web.get().uri(java.net.URI.create(path)).header("Authorization", "Bearer " + key).exchange();
  }

  private MvcTestResult post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  private MvcTestResult post(String path, String body, String once) {
    return web.post().uri(path).header("Authorization", "Bearer " + key).header("Idempotency-Key", once)
        .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }

  private static List<String> ids(MvcTestResult page) {
    return JsonPath.read(text(page), "$.items[*].id");
  }

  private static String path(MvcTestResult answer, String path) {
    return JsonPath.read(text(answer), path);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static void wrong(MvcTestResult answer, String field) {
    assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].field")).contains(field);
  }
}
