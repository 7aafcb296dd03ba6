package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every route tried by everyone: by nobody, by each role, by whoever has a one-time password, by a key of each scope. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class RouteRightsTest {

  private static final String PASSWORD = "نخلة على ساحل هادئ";

  @Autowired MockMvcTester web;
  @Autowired Routes routes;
  @Autowired StaffMembers staff;
  @Autowired ApiKeys keys;
  @Autowired Credentials credentials;
  @Autowired JdbcClient db;

  /** By the words of the table that each holds. */
  private final Map<Set<String>, Function<Routes.Route, MvcTestResult>> visitors = new LinkedHashMap<>();

  @BeforeEach
  void everyoneIsThere() {
    var run = UUID.randomUUID().toString().substring(0, 8);
    db.sql("delete from access.failed_sign_in").update();
    visitors.put(Set.of(), route -> browse(new Browser(web), route));
    for (var role : Role.values()) {
      var username = role.code().replace("_", "-") + "-" + run;
      staff.add(username, "عضو", "Member", null, Set.of(role), credentials.hash(PASSWORD), false);
      var browser = new Browser(web).signIn(username, PASSWORD);
      visitors.put(Set.of(role.code(), role.code() + Routes.OF_ALL, Routes.SIGNED_IN), route -> browse(browser.copy(), route));
    }
    staff.add("new-" + run, "عضو جديد", "New member", null, Set.of(Role.values()), credentials.hash(PASSWORD), true);
    var newcomer = new Browser(web).signIn("new-" + run, PASSWORD);
    visitors.put(Set.of(Routes.NEW_PASSWORD), route -> browse(newcomer.copy(), route));
    for (var scope : Scope.values()) {
      var key = keys.issue(scope.code(), Set.of(scope));
      web.get().uri("/api/v1/openapi.json").header("Authorization", "Bearer " + key).exchange(); // its first use is written down
      visitors.put(Set.of(scope.code()), route -> call(key, route));
    }
  }

  @Test
  void whoMayNotIsRefusedAndLeavesNoTrace() {
    var refusals = 0;
    for (var route : routes.all()) {
      var before = Traces.of(db);
      for (var visitor : visitors.entrySet()) {
        if (!mayOpen(visitor.getKey(), route)) {
          assertRefused(route, visitor.getKey(), visitor.getValue().apply(route));
          refusals++;
        }
      }
      assertThat(Traces.of(db)).as(name(route)).isEqualTo(before);
    }
    assertThat(refusals).isGreaterThan(200);
  }

  @Test
  void whoMayIsNotRefused() {
    for (var route : routes.all()) {
      for (var visitor : visitors.entrySet()) {
        if (mayOpen(visitor.getKey(), route) && !name(route).equals("POST /sign-out")) {
          var answer = visitor.getValue().apply(route);
          var told = name(route) + " by " + visitor.getKey();
          assertThat(answer.getResponse().getStatus()).as(told).isNotIn(401, 403);
          assertThat(String.valueOf(answer.getResponse().getRedirectedUrl())).as(told).doesNotStartWith("/sign-in");
        }
      }
    }
  }

  /** The table once more, read plainly: the program's own way of reading it is what is tried here. */
  private static boolean mayOpen(Set<String> held, Routes.Route route) {
    return route.who().contains("public") || route.who().contains("outside") || route.who().stream().anyMatch(held::contains);
  }

  private static void assertRefused(Routes.Route route, Set<String> held, MvcTestResult answer) {
    var told = name(route) + " by " + held;
    var status = answer.getResponse().getStatus();
    if (api(route)) {
      assertThat(status).as(told).isEqualTo(held.stream().anyMatch(word -> word.contains(":")) ? 403 : 401);
    } else if (held.contains(Routes.NEW_PASSWORD)) {
      assertThat(answer.getResponse().getRedirectedUrl()).as(told).isEqualTo("/account");
    } else if (held.contains(Routes.SIGNED_IN)) {
      assertThat(status).as(told).isEqualTo(403);
    } else {
      assertThat(answer.getResponse().getRedirectedUrl()).as(told + " " + status).startsWith("/sign-in");
    }
  }

  private static MvcTestResult browse(Browser browser, Routes.Route route) {
    if (browser.cookie(FormTokens.PLAIN) == null) {
      browser.get("/sign-in");
    }
    return method(route) == HttpMethod.GET ? browser.get(path(route)) : browser.post(path(route));
  }

  private MvcTestResult call(String key, Routes.Route route) {
    if (!api(route)) {
      return browse(new Browser(web).with("Authorization", "Bearer " + key), route);
    }
    return web.method(method(route)).uri(URI.create(path(route))).header("Authorization", "Bearer " + key).exchange();
  }

  private static boolean api(Routes.Route route) {
    return route.path().getPatternString().startsWith("/api/");
  }

  private static HttpMethod method(Routes.Route route) {
    return route.method().equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(route.method());
  }

  private static String path(Routes.Route route) {
    return route.path().getPatternString().replace("/static/**", "/static/css/silah.css").replace("/**", "").replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
  }

  private static String name(Routes.Route route) {
    return route.method() + " " + route.path().getPatternString();
  }
}
