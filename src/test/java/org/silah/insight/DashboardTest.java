package org.silah.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.access.Browser.body;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.MovableClock;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.silah.segments.Donors;
import org.silah.segments.Pyramid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands on the first page, and that each figure of it opens exactly the rows it counts. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Charity(fresh = true)
@Import({Donors.class, FrontDoor.class, MovableClock.OnTheWall.class})
class DashboardTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Pattern COUNTED = Pattern.compile("href=\"(/insight/[a-z-]+)\"[^>]*>[^<]*<(?:span|b) class=\"num\">([\\d,]+)<");
  private static final Pattern CLASSED = Pattern.compile("href=\"(/pyramid/[a-z]+)\" aria-label=\"[^:\"]*: ([\\d,]+) donors?");
  private static final Pattern RAISED = Pattern.compile("href=\"(/gifts\\?from=[^\"]+)\"[^>]*>(?:[^<]*)<bdi class=\"money\"[^>]*>.*?</svg>([\\d,]+)</bdi>", Pattern.DOTALL);
  private static final Pattern BAR = Pattern.compile("href=\"(/gifts\\?from=[^\"]+)\" aria-label=\"[^\"]*: ([\\d,]+)\"");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+[?&](?:amp;)?after=[^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("<tr[ >]");
  private static final Pattern AMOUNT = Pattern.compile("<td class=\"n\">.*?</svg>([\\d,.]+)</bdi>", Pattern.DOTALL);

  @Autowired Donors donors;
  @Autowired FrontDoor door;
  @Autowired Counting counting;
  @Autowired Pyramid pyramid;
  @Autowired MovableClock clock;
  @Autowired JdbcClient db;

  /** Ninety people over three years, some in families, some gifts reversed; always the same. */
  @BeforeEach
  void aCharityWithAHistory() {
    clock.moveTo(TODAY);
    if (!donors.any()) {
      var random = new Random(20261122);
      var people = new ArrayList<PartyId>();
      for (int i = 0; i < 90; i++) {
        people.add(donors.person("متبرع " + i));
      }
      donors.family("أسرة أولى", people.get(0), people.get(1));
      donors.family("أسرة ثانية", people.get(2), people.get(3), people.get(4));
      for (int i = 0; i < 260; i++) {
        var gift = donors.gave(people.get(random.nextInt(people.size())), 1 + random.nextInt(5_000), TODAY.minusDays(random.nextInt(1_100)));
        if (random.nextInt(12) == 0) {
          donors.reverse(gift);
        }
      }
    }
    pyramid.refresh();
    counting.count();
  }

  @ParameterizedTest
  @EnumSource(Reckoning.class)
  void everyFigureOfPeopleOpensAsManyRowsAsItSays(Reckoning calendar) {
    var director = door.as(Role.DIRECTOR);
    var page = dashboard(director, calendar);
    var told = new TreeMap<String, Integer>();
    for (var pattern : List.of(COUNTED, CLASSED)) {
      pattern.matcher(page).results().forEach(figure -> told.put(figure.group(1), Integer.parseInt(figure.group(2).replace(",", ""))));
    }
    assertThat(told).containsKeys("/insight/active", "/insight/active-before", "/insight/retained", "/insight/lapsed",
        calendar.fresh().path(), calendar.existing().path(), "/pyramid/top", "/pyramid/major", "/pyramid/middle", "/pyramid/small", "/pyramid/least");
    assertThat(told.get("/insight/active")).isGreaterThan(50);
    told.forEach((path, count) -> assertThat(pages(director, path).stream().mapToInt(rows -> count(ROW, rows) - 1).sum()).as(path).isEqualTo(count));
  }

  @ParameterizedTest
  @EnumSource(Reckoning.class)
  void everySumOpensTheGiftsThatMakeItUp(Reckoning calendar) {
    var director = door.as(Role.DIRECTOR);
    var page = dashboard(director, calendar);
    var told = new TreeMap<String, BigDecimal>();
    for (var pattern : List.of(RAISED, BAR)) {
      pattern.matcher(page).results().forEach(sum -> told.put(sum.group(1).replace("&amp;", "&"), new BigDecimal(sum.group(2).replace(",", ""))));
    }
    assertThat(told).hasSizeGreaterThan(24);
    assertThat(told.values().stream().filter(sum -> sum.signum() > 0)).hasSizeGreaterThan(20);
    told.forEach((path, sum) -> assertThat(amounts(director, path)).as(path).isEqualByComparingTo(sum));
  }

  @Test
  void theCalendarIsRemembered() {
    var director = door.as(Role.DIRECTOR);
    assertThat(dashboard(director, Reckoning.HIJRI)).contains("Ramadan", "Donors of this Hijri year");
    assertThat(body(director.get("/"))).contains("Ramadan");
    assertThat(dashboard(director, Reckoning.GREGORIAN)).contains("Nov").doesNotContain("Ramadan");
  }

  @Test
  void whoeverNeverChoseReadsHijriInArabicAndGregorianInEnglish() {
    var director = door.as(Role.DIRECTOR);
    assertThat(body(director.get("/"))).contains("Donors of this year");
    director.setCookie("language", "ar");
    assertThat(body(director.get("/"))).contains("متبرعو هذه السنة الهجرية");
  }

  @Test
  void theRegistrarSeesCountsAndNoSumsAndTheCaseWorkerIsWelcomed() {
    var registrar = door.as(Role.REGISTRAR);
    var page = body(registrar.get("/"));
    assertThat(page).contains("Active donors", "href=\"/insight/lapsed\"").doesNotContain("Raised this month", "/pyramid");
    var list = body(registrar.get("/insight/active"));
    assertThat(count(ROW, list)).isGreaterThan(40);
    assertThat(list).doesNotContain("class=\"money\"");
    assertThat(body(door.as(Role.DIRECTOR).get("/insight/active"))).contains("class=\"money\"");
    var caseWorker = door.as(Role.CASE_WORKER);
    assertThat(body(caseWorker.get("/"))).contains("Welcome").doesNotContain("class=\"money\"", "Active donors");
    assertThat(caseWorker.get("/insight/active")).hasStatus(403);
  }

  @Test
  void aGiftShowsAtOnceInTheSumsAndAfterCountingInTheFigures() {
    var director = door.as(Role.DIRECTOR);
    var before = active(director);
    var newcomer = donors.person("متبرعة جديدة");
    var gift = donors.gave(newcomer, 77_777, TODAY);
    assertThat(body(director.get("/"))).contains("متبرعة جديدة", "77,777.00");
    assertThat(active(director)).isEqualTo(before);
    assertThat(director.post("/insight/count")).hasStatus3xxRedirection();
    assertThat(active(director)).isEqualTo(before + 1);
    donors.reverse(gift);
  }

  @Test
  void anUnknownFigureIsNotFound() {
    assertThat(door.as(Role.DIRECTOR).get("/insight/everything")).hasStatus(404);
  }

  private String dashboard(Browser browser, Reckoning calendar) {
    browser.get("/");
    assertThat(browser.post("/insight/calendar", "calendar", calendar.code())).hasStatus3xxRedirection();
    return body(browser.get("/"));
  }

  private int active(Browser browser) {
    var figure = Pattern.compile("href=\"/insight/active\"[^>]*><span class=\"num\">([\\d,]+)<").matcher(body(browser.get("/")));
    assertThat(figure.find()).isTrue();
    return Integer.parseInt(figure.group(1).replace(",", ""));
  }

  private static BigDecimal amounts(Browser browser, String path) {
    return pages(browser, path).stream().flatMap(page -> AMOUNT.matcher(page).results())
        .map(amount -> new BigDecimal(amount.group(1).replace(",", ""))).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The list behind {@code path}, followed to its end. */
  private static List<String> pages(Browser browser, String path) {
    var pages = new ArrayList<String>();
    for (var next = path; next != null; ) {
      var answer = browser.get(next);
      assertThat(answer).hasStatusOk();
      pages.add(body(answer));
      var link = NEXT.matcher(pages.getLast());
      next = link.find() ? link.group(1).replace("&amp;", "&") : null;
    }
    return pages;
  }

  private static int count(Pattern pattern, String text) {
    return Math.toIntExact(pattern.matcher(text).results().count());
  }
}
