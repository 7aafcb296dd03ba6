package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nothing is changed by what another site makes a browser send. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class FormsTest {

  private static final String PASSWORD = "نخلة على ساحل هادئ";

  @Autowired MockMvcTester web;
  @Autowired StaffMembers staff;
  @Autowired Credentials credentials;
  @Autowired Routes routes;
  @Autowired Institutions institutions;
  @Autowired JdbcClient db;

  private Browser browser;
  private String username;

  @BeforeEach
  void khalidHasEveryRole() {
    db.sql("delete from access.failed_sign_in").update();
    username = "khalid-" + UUID.randomUUID().toString().substring(0, 8);
    staff.add(username, "خالد", "Khalid", null, Set.of(Role.values()), credentials.hash(PASSWORD), false);
    browser = new Browser(web).signIn(username, PASSWORD);
  }

  @AfterEach
  void backToPlainHttp() {
    publicUrl("http://localhost:8080");
  }

  @Test
  void aFormOfOursIsTakenAndOneWithoutItsTokenIsNot() {
    assertThat(browser.post("/account/language", "language", "ar")).hasStatus(302);
    for (var path : changing().toList()) {
      var before = writes();
      for (var token : List.of("", "x", "_csrf")) {
        var answer = new Tokenless(browser).post(path, token);
        assertThat(answer).as(path).isEqualTo(403);
      }
      assertThat(writes()).as(path).isEqualTo(before);
    }
  }

  @Test
  void whatAnotherSiteSendsIsRefusedEvenWithItsToken() {
    for (var header : List.of(List.of("Sec-Fetch-Site", "cross-site"), List.of("Sec-Fetch-Site", "same-site"), List.of("Origin", "https://evil.example"), List.of("Origin", "null"))) {
      var before = writes();
      for (var path : changing().toList()) {
        assertThat(browser.copy().with(header.getFirst(), header.getLast()).post(path)).as(header + " " + path).hasStatus(403);
      }
      assertThat(writes()).isEqualTo(before);
    }
    for (var header : List.of(List.of("Sec-Fetch-Site", "same-origin"), List.of("Sec-Fetch-Site", "none"), List.of("Origin", "http://localhost:8080"), List.of("Origin", "http://localhost"))) {
      var own = browser.copy().with(header.getFirst(), header.getLast());
      if (header.getLast().equals("http://localhost")) {
        own.with("Host", "localhost");
      }
      assertThat(own.post("/account/language", "language", "ar")).as(header.toString()).hasStatus(302);
    }
  }

  @Test
  void readingChangesNothing() {
    for (var path : changing().toList()) {
      var before = writes();
      assertThat(browser.get(path).getResponse().getStatus()).as(path).isIn(200, 302, 404, 405, 422);
      assertThat(writes()).as(path).isEqualTo(before);
    }
  }

  @Test
  void theSignInItselfAsksForTheTokenSoThatNobodyIsSignedInAsAnother() {
    var fresh = new Browser(web);
    assertThat(fresh.post("/sign-in", "username", username, "password", PASSWORD)).hasStatus(403);
    fresh.get("/sign-in");
    assertThat(fresh.post("/sign-in", "username", username, "password", PASSWORD)).hasStatus(302);
  }

  @Test
  void twoWindowsMayBothBeUsed() {
    var second = browser.copy();
    second.get("/account");
    assertThat(browser.post("/account/language", "language", "ar")).hasStatus(302);
    assertThat(second.post("/account/language", "language", "ar")).hasStatus(302);
  }

  @Test
  void overHttpsTheCookiesAreOursAloneAndTheBrowserIsToldToStay() {
    publicUrl("https://crm.charity.example");
    var fresh = new Browser(web);
    var page = fresh.get("/sign-in");
    assertThat(page.getResponse().getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
    var answer = fresh.post("/sign-in", "username", username, "password", PASSWORD);
    assertThat(answer).hasStatus(302);
    var cookies = Stream.concat(page.getResponse().getHeaders("Set-Cookie").stream(), answer.getResponse().getHeaders("Set-Cookie").stream()).toList();
    assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-silah-session=")).anyMatch(cookie -> cookie.startsWith("__Host-silah-form="))
        .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("Path=/") && !cookie.contains("Domain"));
    assertThat(fresh.get("/account")).hasStatusOk();
    assertThat(browser.get("/account")).as("the cookie of plain http counts no more").hasStatus(302);
  }

  @Test
  void everyPageForbidsWhatItDoesNotNeed() {
    for (var path : List.of("/sign-in", "/account", "/audit", "/nothing-here", "/error")) {
      var answer = browser.get(path);
      var policy = answer.getResponse().getHeader("Content-Security-Policy");
      assertThat(policy).as(path).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'").doesNotContain("unsafe");
      assertThat(answer).as(path).hasHeader("X-Content-Type-Options", "nosniff").hasHeader("Referrer-Policy", "same-origin").hasHeader("X-Frame-Options", "DENY");
      assertThat(answer.getResponse().getHeader("Cache-Control")).as(path).contains("no-store");
    }
  }

  private Stream<String> changing() {
    return routes.all().stream()
        .filter(route -> route.method().equals("POST") && !route.path().getPatternString().startsWith("/api/"))
        .filter(route -> !route.who().contains(Routes.OUTSIDE))
        .map(route -> route.path().getPatternString().replaceAll("\\{[^/]+}", UUID.randomUUID().toString()));
  }

  private String writes() {
    return Traces.of(db);
  }

  private void publicUrl(String url) {
    var now = institutions.charity();
    institutions.change(new Institution(now.nameAr(), now.nameEn(), now.licenceNumber(), now.currency(), now.region(), now.timeZone(), URI.create(url), now.mailFrom(), now.mailReplyTo()));
  }

  /** The same browser, made to send a form that is not ours. */
  private record Tokenless(Browser browser) {
    int post(String path, String token) {
      return browser.copy().withToken(token).post(path).getResponse().getStatus();
    }
  }
}
