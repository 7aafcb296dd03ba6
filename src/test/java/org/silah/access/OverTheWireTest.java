package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a real server does: cookies as they are sent, errors before any page of ours, files and their age. */
@Charity(fresh = true)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OverTheWireTest {

  private static final List<String> OF_THE_INSIDE = List.of("Exception", "org.springframework", "org.silah", "org.apache", "Tomcat", "\tat ", "Whitelabel");

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient db;

  private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @Test
  void theFormCookieIsOursAlone() throws Exception {
    var cookies = get("/sign-in").headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(1).first().asString().startsWith("silah-form=").contains("HttpOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void aPageThatDoesNotExistIsSaidInWords() throws Exception {
    for (var path : List.of("/error", "/actuator/health/nothing-here")) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContain(OF_THE_INSIDE.toArray(String[]::new));
    }
    assertThat(get("/error").body()).contains("<html lang=\"ar\" dir=\"rtl\"", "لم نجد ما تبحث عنه");
    assertThat(get("/error", "Accept-Language", "en").body()).contains("<html lang=\"en\" dir=\"ltr\"", "We could not find that");
  }

  @Test
  void addressesThatNobodyTypesAreRefusedWithoutAWordOfTheInside() throws Exception {
    for (var target : List.of("//static/css/silah.css", "/static/%2e%2e/application.properties", "/static/..%2fapplication.properties", "/a;b=c", "/%00", "/%", "/\\..", "/static/css/..%5c..", "/<script>")) {
      var answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(target).containsPattern("^HTTP/1.1 (302|400|404)").doesNotContain(OF_THE_INSIDE.toArray(String[]::new)).doesNotContain("spring.application");
    }
    for (var method : List.of("TRACE", "CONNECT", "PROPFIND", "FOO")) {
      assertThat(raw(method + " /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).as(method).containsPattern("^HTTP/1.1 (400|403|405|501)");
    }
  }

  @Test
  void theApiAnswersProblemsEvenToWhatItCannotRead() throws Exception {
    for (var path : List.of("/api//v1", "/api/v1/clients;a=b", "/api/v1/%2f")) {
      var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"status\":400");
    }
    var key = keys.issue("سلك", Set.of(Scope.SEARCH_READ));
    var answer = get("/api/v1/nothing", "Authorization", "Bearer " + key);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void parametersThatAreNoTextAreTheCallersMistake() throws Exception {
    for (var target : List.of("/sign-in?x=%zz", "/sign-in?x=%", "/sign-in?x=%ff", "/sign-in?%ED%A0%80=1")) {
      assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).as(target)
          .startsWith("HTTP/1.1 400").contains("الطلب غير مكتمل").doesNotContain(OF_THE_INSIDE.toArray(String[]::new));
    }
    var body = "username=%zz&password=%ff";
    assertThat(raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + body.length() + "\r\nConnection: close\r\n\r\n" + body)).startsWith("HTTP/1.1 400").contains("cannot be understood");
    var key = keys.issue("سلك", Set.of(Scope.SEARCH_READ));
    assertThat(raw("GET /api/v1/search?q=%zz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400").contains("application/problem+json", "\"status\":400");
  }

  /** A request whose first line is not HTTP never reaches a filter of ours; its answer is ours all the same. */
  @Test
  void whatIsNotHttpIsRefusedInOurWords() throws Exception {
    assertThat(raw("GET /clients/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400")
        .contains("<html lang=\"ar\" dir=\"rtl\"", "الطلب غير", "The request is").doesNotContain(OF_THE_INSIDE.toArray(String[]::new));
    for (var target : List.of("/clients?q=محمد", "/api/v1/search?q=محمد", "/?q=" + "x".repeat(9_000))) {
      assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).as(target)
          .startsWith("HTTP/1.1 400").contains("application/problem+json", "\"status\":400", "الطلب غير", "The request is");
    }
  }

  @Test
  void filesAreKeptByTheBrowserAndAskedForAgainByTheirContent() throws Exception {
    var first = get("/static/css/silah.css");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("max-age=600, must-revalidate");
    assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/static/css/silah.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/static/css/silah.css", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(get("/static/").statusCode()).isEqualTo(404);
    assertThat(get("/static/nothing.css").statusCode()).isEqualTo(404);
  }

  @Test
  void thePulseIsFeltWithoutAKeyAndTellsNoMore() throws Exception {
    assertThat(get("/actuator/health").body()).isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    for (var path : List.of("/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump")) {
      assertThat(get(path).headers().firstValue("Location")).as(path).hasValueSatisfying(place -> assertThat(place).startsWith("/sign-in"));
    }
  }

  @Test
  void aSignInOverTheWireOpensAndClosesASession() throws Exception {
    var page = get("/sign-in");
    var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    db.sql("delete from access.failed_sign_in").update();
    var wrong = client.send(HttpRequest.newBuilder(uri("/sign-in")).header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("username=nobody&password=wrong&_csrf=" + token)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("silah-session"));
  }

  private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Past a client that would mend the address first. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
