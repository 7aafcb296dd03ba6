package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What every part of the API has in common. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Letters.class)
class ApiTest {

  @Autowired MockMvcTester web;
  @Autowired ApiKeys keys;

  private String key;

  @BeforeEach
  void aProgramHasAKey() {
    key = keys.issue("برنامج المحاسبة", Set.of(Scope.SEARCH_READ, Scope.CLIENTS_WRITE));
  }

  @Test
  void withoutAKeyNothingIsToldNotEvenWhetherItExists() {
    for (var path : List.of("/api/v1/letters", "/api/v1/nothing", "/api/v2", "/api/")) {
      var refused = web.get().uri(path).exchange();
      problem(refused, HttpStatus.UNAUTHORIZED);
      assertThat(refused).hasHeader("WWW-Authenticate", "Bearer realm=\"silah\"");
    }
  }

  @Test
  void aKeyThatIsNotInForceIsRefused() {
    for (var shown : List.of("Bearer silah_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer ", "Basic YTpi", key, "Bearer " + key + "x")) {
      problem(web.get().uri("/api/v1/openapi.json").header("Authorization", shown).exchange(), HttpStatus.UNAUTHORIZED);
    }
    var id = keys.all().stream().filter(one -> key.endsWith(one.hint())).findFirst().orElseThrow().id();
    assertThat(keys.revoke(id)).isTrue();
    problem(get("/api/v1/letters"), HttpStatus.UNAUTHORIZED);
  }

  @Test
  void aKeyOpensWhatItsScopesName() {
    assertThat(get("/api/v1/letters")).hasStatusOk();
    key = keys.issue("قارئ", Set.of(Scope.GIFTS_READ));
    var refused = get("/api/v1/letters");
    problem(refused, HttpStatus.FORBIDDEN);
    assertThat(refused.getResponse().getHeader("WWW-Authenticate")).contains("insufficient_scope", "search:read");
  }

  @Test
  void whatIsNotThereIsSaidOnlyToAKey() {
    problem(get("/api/v1/nothing"), HttpStatus.NOT_FOUND);
    problem(get("/api/v1/letters/no-id"), HttpStatus.NOT_FOUND);
    problem(get("/api/v1/letters/0190d5a0-0000-7000-8000-000000000000"), HttpStatus.NOT_FOUND);
    var refused = web.method(HttpMethod.DELETE).uri("/api/v1/letters").header("Authorization", "Bearer " + key).exchange();
    problem(refused, HttpStatus.METHOD_NOT_ALLOWED);
    assertThat(refused).hasHeader("Allow", "GET, POST");
  }

  @Test
  void formatsThatWeDoNotSpeakAreRefused() {
    problem(web.get().uri("/api/v1/letters").header("Authorization", "Bearer " + key).accept(MediaType.TEXT_HTML).exchange(), HttpStatus.NOT_ACCEPTABLE);
    problem(web.post().uri("/api/v1/letters").header("Authorization", "Bearer " + key).contentType(MediaType.TEXT_PLAIN).content("x").exchange(), HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void brokenJsonIsNotUnderstood() {
    for (var body : List.of("{", "", "[1,", "{\"pages\": 1e}", "{\"pages\":1} more", "{\"pages\":1,\"pages\":2}", "nil")) {
      problem(post(body), HttpStatus.BAD_REQUEST);
    }
  }

  @Test
  void eachWrongFieldIsNamed() {
    wrong(post("{\"subject_line\":\"\",\"pages\":1}"), "subject_line");
    wrong(post("{\"pages\":1}"), "subject_line");
    wrong(post("{\"subject_line\":\"123456789012345678901\",\"pages\":1}"), "subject_line");
    wrong(post("{\"subject_line\":\"x\",\"pages\":\"1\"}"), "pages");
    wrong(post("{\"subject_line\":\"x\",\"pages\":1.5}"), "pages");
    wrong(post("{\"subject_line\":\"x\",\"pages\":99999999999}"), "pages");
    wrong(post("{\"subject_line\":\"x\",\"pages\":null}"), "pages");
    wrong(post("{\"subject_line\":7,\"pages\":1}"), "subject_line");
    wrong(post("{\"subject_line\":{},\"pages\":1}"), "subject_line");
    wrong(post("{\"subject_line\":\"\\u0000\",\"pages\":1}"), "subject_line");
    wrong(post("{\"subject_line\":\"\\ud800\",\"pages\":1}"), "subject_line");
  }

  @Test
  void aFieldThatDoesNotExistIsRefusedAndNeverDropped() {
    for (var field : List.of("id", "role", "created_at", "balance", "subjectLine")) {
      wrong(post("{\"subject_line\":\"x\",\"pages\":1,\"" + field + "\":\"1\"}"), field);
    }
  }

  @Test
  void aBrokenRuleHasANameAndAFailureOfOursSaysNothing() {
    var rule = post("{\"subject_line\":\"x\",\"pages\":13}");
    problem(rule, HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(rule).bodyJson().extractingPath("$.type").isEqualTo("urn:silah:web.error.409");
    var failure = post("{\"subject_line\":\"x\",\"pages\":666}");
    problem(failure, HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(failure).bodyText().doesNotContain("secret", "Exception", "silah.access");
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsNotRead() {
    problem(post("\"" + "x".repeat(1 << 20) + "\""), HttpStatus.CONTENT_TOO_LARGE);
  }

  @Test
  void theSentenceIsInTheLanguageAskedFor() {
    var arabic = web.get().uri("/api/v1/letters?limit=0").header("Authorization", "Bearer " + key).header("Accept-Language", "ar").exchange();
    var english = web.get().uri("/api/v1/letters?limit=0").header("Authorization", "Bearer " + key).header("Accept-Language", "en").exchange();
    assertThat(arabic).bodyText().contains("اكتب عددًا من 1 إلى 200");
    assertThat(english).bodyText().contains("Enter a number from 1 to 200");
  }

  @Test
  void aListIsReadPageByPage() {
    var first = get("/api/v1/letters?limit=3");
    assertThat(first).bodyJson().extractingPath("$.items").asArray().containsExactly(1, 2, 3);
    var second = get("/api/v1/letters?limit=3&cursor=" + next(first));
    assertThat(second).bodyJson().extractingPath("$.items").asArray().containsExactly(4, 5, 6);
    var last = get("/api/v1/letters?limit=3&cursor=" + next(second));
    assertThat(last).bodyJson().extractingPath("$.items").asArray().containsExactly(7);
    assertThat(last).bodyJson().extractingPath("$.next").isNull();
  }

  @Test
  void aPageThatCannotBeAskedForIsAMistake() {
    for (var limit : List.of("0", "201", "-1", "x", "", "1e2", "99999999999")) {
      wrong(get("/api/v1/letters?limit=" + limit), "limit");
    }
    for (var cursor : List.of("x", "!!", "", "MQ%00", "eA")) {
      wrong(get("/api/v1/letters?cursor=" + cursor), "cursor");
    }
  }

  private MvcTestResult get(String path) {
    return web.get().uri(java.net.URI.create(path)).header("Authorization", "Bearer " + key).exchange();
  }

  private MvcTestResult post(String body) {
    return web.post().uri("/api/v1/letters").header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }

  private static String next(MvcTestResult page) {
    return com.jayway.jsonpath.JsonPath.read(new String(page.getResponse().getContentAsByteArray()), "$.next");
  }

  private static void problem(MvcTestResult answer, HttpStatus status) {
    assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status.value());
    assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo(status.getReasonPhrase());
    assertThat(answer).bodyJson().hasPath("$.type").hasPath("$.detail");
  }

  private static void wrong(MvcTestResult answer, String field) {
    problem(answer, HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
  }
}
