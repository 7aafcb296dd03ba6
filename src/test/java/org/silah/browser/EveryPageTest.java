package org.silah.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page there is can be read by everyone, in both languages and themes, on a desk and on a phone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"silah.workers=true", "silah.demo=true", "silah.demo.clients=25"})
@Charity(fresh = true)
@Import(Sights.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

  private static final String A_PART = "a part of a page that is looked at";
  private static final String A_MAIL = "the mail itself, as mail programs show it, in a frame of a page that is looked at";
  private static final String A_FILE = "a file";
  private static final String A_PROGRAM = "for programs";
  private static final Map<String, String> NO_PAGES = Map.ofEntries(
      Map.entry("/static/**", A_FILE),
      Map.entry("/gifts/export", A_FILE),
      Map.entry("/clients/export", A_FILE),
      Map.entry("/knowledge/calls/export", A_FILE),
      Map.entry("/imports/{id}/failed.csv", A_FILE),
      Map.entry("/clients/{id}/documents/{document}/file", A_FILE),
      Map.entry("/clients/{id}/documents/{document}/thumbnail", A_FILE),
      Map.entry("/clients/new/alike", A_PART),
      Map.entry("/gifts/giver", A_PART),
      Map.entry("/gifts/givers", A_PART),
      Map.entry("/gifts/day", A_PART),
      Map.entry("/clients/{id}/groups/{group}", A_PART),
      Map.entry("/clients/{id}/timeline", A_PART),
      Map.entry("/search/hits", A_PART),
      Map.entry("/palette", A_PART),
      Map.entry("/search/pick", A_PART),
      Map.entry("/imports/{id}/progress", A_PART),
      Map.entry("/messages/{id}/letter", A_MAIL),
      Map.entry("/settings/templates/{code}/{language}/preview", A_MAIL),
      Map.entry("/demo/mailbox/{number}/letter", A_MAIL),
      Map.entry("/actuator/health", A_PROGRAM),
      Map.entry("/actuator/health/**", A_PROGRAM));

  @LocalServerPort int port;
  @Autowired Sights sights;

  private Office office;
  private List<String> inside;
  private String unsubscribing;

  @BeforeAll
  void oneOfEachThing() {
    office = new Office("http://localhost:" + port, Sights.PASSWORD);
    office.writesAtAnyHour("admin");
    try (var admin = office.enter("admin")) {
      inside = sights.addresses(admin);
      unsubscribing = sights.unsubscribing(admin);
    }
    sights.newcomer();
  }

  @Test
  void noPageOfTheTableIsLeftOut() throws IOException {
    var routes = routes();
    var seen = Stream.concat(inside.stream(), outside().stream()).map(address -> route(address, routes)).collect(Collectors.toSet());
    var pages = new TreeSet<>(routes.stream().map(PathPattern::getPatternString).filter(path -> !path.startsWith("/api/v1/")).toList());
    assertThat(pages).as("pages and what is said to be none").containsAll(NO_PAGES.keySet());
    pages.removeAll(NO_PAGES.keySet());
    assertThat(seen).containsAll(pages);
  }

  @ParameterizedTest
  @CsvSource({"ar, light", "en, light", "ar, dark", "en, dark"})
  void everyoneCanReadEveryPage(String language, String theme) {
    var flaws = new ArrayList<String>();
    try (var visit = office.enter("admin")) {
      visit.like(language, theme);
      inside.forEach(address -> flaws.addAll(new Look(visit, theme).open(address, 200)));
      flaws.addAll(new Look(visit, theme).open("/nowhere", 404));
      flaws.addAll(new Look(visit, theme).mistakes("/gifts/new", "form.gift-form footer button"));
      flaws.addAll(new Look(visit, theme).mistakes("/clients/new", "form.new-client footer button"));
      flaws.addAll(new Look(visit, theme).mistakes("/settings/fields/new", "form.field-form footer button"));
      flaws.addAll(new Look(visit, theme).mistakes(sights.documented() + "/documents/new", "form[enctype] footer button"));
      flaws.addAll(new Look(visit, theme).secret("/staff", "a[href^='/staff/']:not([href$='new'])", "form[action$='/password'] button"));
      flaws.addAll(visit.complaints);
    }
    try (var visit = office.enter("noura")) {
      visit.like(language, theme);
      flaws.addAll(new Look(visit, theme).open("/audit", 403));
      flaws.addAll(visit.complaints);
    }
    try (var visit = office.enter("hind")) {
      visit.like(language, theme);
      flaws.addAll(new Look(visit, theme).open("/account", 200));
      flaws.addAll(visit.complaints);
    }
    try (var visit = office.outside()) {
      visit.like(language, theme);
      outside().forEach(address -> flaws.addAll(new Look(visit, theme).open(address, 200)));
      flaws.addAll(visit.complaints);
    }
    assertThat(flaws).isEmpty();
  }

  /** What is open to everybody. */
  private List<String> outside() {
    return List.of("/sign-in", unsubscribing, "/unsubscribe/a-link-that-we-never-sent");
  }

  private static Set<PathPattern> routes() throws IOException {
    var table = new ClassPathResource("access/routes.csv").getContentAsString(StandardCharsets.UTF_8);
    return table.lines()
        .filter(line -> line.startsWith("GET,"))
        .map(line -> PathPatternParser.defaultInstance.parse(line.split(",")[1]))
        .collect(Collectors.toSet());
  }

  private static String route(String address, Set<PathPattern> routes) {
    var path = PathContainer.parsePath(address.replaceFirst("\\?.*", ""));
    return routes.stream()
        .filter(route -> route.matches(path))
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new AssertionError("no route leads to " + address))
        .getPatternString();
  }
}
