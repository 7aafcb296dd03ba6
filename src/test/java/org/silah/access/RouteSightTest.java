package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Every route with the id of something that is a client's or a branch's, tried by each role and each scope that sees one branch only, with
 * what is that branch's, what is another's, what was removed and what there never was.
 */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(TwoBranches.class)
class RouteSightTest {

  /** Words before a variable that is no client's and of no branch. A new one is to be guarded, or to be thought about and put here. */
  private static final Set<String> FOR_ALL = Set.of(
      "staff", "api-keys", "documents", "document-kinds", "members", "deeds", "ties", "rates", "insight", "pyramid", "groups", "fields", "addresses", "roles", "branches", "templates", "unsubscribe", "mailbox",
      // of who made them alone
      "views", "batches");

  /** A person has no household, and a document is made where documents are tried. */
  private static final Pattern OF_OTHER_TESTS = Pattern.compile("\\{document}|/family$|/api/.*/members$");

  @Autowired TwoBranches charity;
  @Autowired SightGuard guard;
  @Autowired Routes routes;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient db;

  private record Visitor(String name, Set<String> held, Function<Asked, MvcTestResult> ask) {}

  private record Asked(HttpMethod method, String path) {}

  @Test
  void everyVariableOfARouteIsGuardedOrOfNobody() {
    var unknown = new ArrayList<String>();
    for (var route : routes.all()) {
      var text = route.path().getPatternString();
      var places = SightGuard.PLACE.matcher(text);
      while (places.find()) {
        if (!guard.words().contains(places.group(1)) && !FOR_ALL.contains(places.group(1))) {
          unknown.add(text);
        }
      }
      // two variables in a row: the second of them is not looked at
      assertThat(text.replaceAll("/settings/.*", "")).doesNotContain("}/{");
    }
    assertThat(unknown).isEmpty();
    assertThat(guard.words()).containsExactlyInAnyOrder("clients", "gifts", "messages", "imports", "merges");
  }

  @Test
  void whatIsOutOfSightIsAnsweredAsWhatWasNeverThere() {
    var own = charity.things(charity.jeddah(), "قريب");
    var other = charity.things(charity.riyadh(), "بعيد");
    var removed = charity.client(charity.jeddah(), "راحل قريب");
    var removedElsewhere = charity.client(charity.riyadh(), "راحل بعيد");
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'test' where id in (?, ?)").params(removed, removedElsewhere).update();
    var untouched = changed(removed);
    int refused = 0;
    for (var visitor : visitors()) {
      for (var route : routes.all()) {
        if (guarded(route) && route.who().stream().anyMatch(visitor.held::contains)) {
          var told = route.method() + " " + route.path().getPatternString() + " by " + visitor.name;
          var before = Traces.of(db);
          var nobodys = ask(visitor, route, TwoBranches.Things.nobodys());
          assertThat(nobodys.status).as(told + ", never there").isEqualTo(404);
          assertThat(ask(visitor, route, other)).as(told + ", another branch's").isEqualTo(nobodys);
          assertThat(ask(visitor, route, other.of(removedElsewhere)))
              .as(told + ", removed elsewhere").isEqualTo(nobodys);
          assertThat(Traces.of(db)).as(told).isEqualTo(before);
          if (route.path().getPatternString().contains("clients/")) {
            assertThat(ask(visitor, route, own.of(removed)).status).as(told + ", removed").isIn(404, 410, 422, 400);
            assertThat(changed(removed)).as(told + ", removed").isEqualTo(untouched);
          }
          if (route.method().equals("GET") && !OF_OTHER_TESTS.matcher(route.path().getPatternString()).find()) {
            assertThat(ask(visitor, route, own).status).as(told + ", own").isIn(200, 302);
          }
          refused += 2;
        }
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  private String changed(UUID client) {
    return db.sql("select updated_at::text from constituents.party where id = ?").param(client).query(String.class).single();
  }

  private boolean guarded(Routes.Route route) {
    return SightGuard.PLACE.matcher(route.path().getPatternString()).results().anyMatch(place -> guard.words().contains(place.group(1)));
  }

  /** Those who can be limited: an administrator sees all. */
  private List<Visitor> visitors() {
    var staff = Stream.of(Role.values()).filter(role -> role != Role.ADMINISTRATOR).map(role -> {
      var browser = charity.inJeddah(role);
      return new Visitor(role.code(), Set.of(role.code()), asked -> asked.method == HttpMethod.GET ? browser.get(asked.path) : browser.post(asked.path));
    });
    var programs = Stream.of(Scope.values()).map(scope -> {
      var key = charity.keyOfJeddah(scope);
      web.get().uri("/api/v1/openapi.json").header("Authorization", "Bearer " + key).exchange(); // its first use is written down
      return new Visitor(scope.code(), Set.of(scope.code()),
          asked -> web.method(asked.method).uri(URI.create(asked.path)).header("Authorization", "Bearer " + key).exchange());
    });
    return Stream.concat(staff, programs).toList();
  }

  private record Answer(int status, String body) {}

  private Answer ask(Visitor visitor, Routes.Route route, TwoBranches.Things things) {
    var ids = Map.of("clients", things.client(), "gifts", things.gift(), "messages", things.message(), "imports", things.list(), "merges", things.merge());
    var path = route.path().getPatternString();
    for (var word : ids.entrySet()) {
      path = path.replaceAll("\\b" + word.getKey() + "/\\{[^/}]+}", word.getKey() + "/" + word.getValue());
    }
    path = path.replace("{group}", "identity").replace("{field}", "occupation").replace("{role}", "donor").replace("{branch}", charity.jeddah().id().toString())
        .replaceAll("\\{(?:document|membership|deed|tie)}", UUID.randomUUID().toString()).replace("{address}", UUID.randomUUID().toString()).replaceFirst("/timeline$", "/timeline?before=2030-01-01T00:00:00Z");
    var answer = visitor.ask.apply(new Asked(HttpMethod.valueOf(route.method()), path));
    var body = Browser.body(answer).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("nonce=\"[^\"]*\"", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    return new Answer(answer.getResponse().getStatus(), body);
  }
}
