package org.silah.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.access.Browser.body;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.MovableClock;
import org.silah.access.ApiKeys;
import org.silah.access.Role;
import org.silah.access.Scope;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Charity(fresh = true)
@Import({Donors.class, FrontDoor.class, MovableClock.OnTheWall.class})
class PyramidPagesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int DONORS = 130;
  private static final Pattern ROW = Pattern.compile("<tr>\\s*<td class=\"n\"><span class=\"num\">([\\d,]+)</span></td>.*?<bdi>([^<]+)</bdi>", Pattern.DOTALL);
  private static final Pattern NEXT = Pattern.compile("href=\"(/pyramid/[a-z]+\\?after=[^\"]+)\"");

  @Autowired Donors donors;
  @Autowired FrontDoor door;
  @Autowired Pyramid pyramid;
  @Autowired Choices choices;
  @Autowired MovableClock clock;
  @Autowired ApiKeys keys;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient db;

  @BeforeEach
  void aHundredAndThirtyDonors() {
    clock.moveTo(TODAY);
    if (donors.all().isEmpty()) {
      for (int i = 1; i <= DONORS; i++) {
        donors.gave(donors.person("Donor " + i), 10_000 - i, TODAY.minusDays(i));
      }
    }
    pyramid.choose(new Choice("sum", Period.ALL, Cuts.ofShares(List.of(100, 400, 1500, 7000, 1000))));
  }

  @Test
  void everyDonorIsOnTheListOfOneClassInTheOrderOfTheirRank() {
    var director = door.as(Role.DIRECTOR);
    var listed = new ArrayList<String>();
    for (var of : ValueClass.values()) {
      String path = "/pyramid/" + of.code();
      while (path != null) {
        var body = body(director.get(path));
        ROW.matcher(body).results().forEach(row -> listed.add(row.group(1) + " " + row.group(2)));
        var next = NEXT.matcher(body);
        path = next.find() ? next.group(1) : null;
      }
    }
    assertThat(listed).isEqualTo(Stream.iterate(1, i -> i <= DONORS, i -> i + 1).map(i -> i + " Donor " + i).toList());
  }

  @Test
  void thePageTellsEachClassAndTheShareOfTheTopFifth() {
    var page = body(door.as(Role.DONOR_RELATIONS).get("/pyramid"));
    assertThat(page).contains("2 donors", "91 donors", "The top 20% of donors bring 20.1% of the value.", "href=\"/pyramid/top\"", "<details");
    assertThat(page).doesNotContain("style=\"");
  }

  @Test
  void theListSaysWhereADonorCameFromAndSinceWhen() {
    var last = donors.all().getLast();
    var gift = donors.gave(last, 50_000, TODAY);
    assertThat(door.as(Role.DIRECTOR).post("/pyramid/computation")).hasStatus3xxRedirection();
    var top = body(door.as(Role.DIRECTOR).get("/pyramid/top"));
    assertThat(top).contains("/clients/" + last, "Least", "22 November 2026");
    donors.reverse(gift);
  }

  @Test
  void onlyThoseWhoMaySeeValueSeeThePyramidAndOnlyItsOwnersChangeIt() {
    for (var role : Role.values()) {
      var browser = door.as(role);
      boolean sees = Set.of(Role.ADMINISTRATOR, Role.DIRECTOR, Role.DONOR_RELATIONS).contains(role);
      boolean chooses = Set.of(Role.ADMINISTRATOR, Role.DIRECTOR).contains(role);
      assertThat(browser.get("/pyramid").getResponse().getStatus()).isEqualTo(sees ? 200 : 403);
      assertThat(browser.get("/pyramid/top").getResponse().getStatus()).isEqualTo(sees ? 200 : 403);
      assertThat(browser.get("/pyramid/choice").getResponse().getStatus()).isEqualTo(chooses ? 200 : 403);
    }
    assertThat(door.as(Role.DIRECTOR).get("/pyramid/nobility")).hasStatus(404);
  }

  @Test
  void aPlaceThatNoDonorHasIsRefused() {
    var key = keys.issue("متطفل", Set.of(Scope.PYRAMID_READ));
    for (var value : List.of(String.valueOf(Long.MIN_VALUE), "99999999999999999999", "x")) {
      var cursor = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString((value + "\u001f" + java.util.UUID.randomUUID()).getBytes());
      assertThat(web.get().uri("/api/v1/pyramid/top?cursor=" + cursor).header("Authorization", "Bearer " + key)).as(value).hasStatus(422);
    }
    assertThat(door.as(Role.DIRECTOR).get("/pyramid/top?after=" + Long.MIN_VALUE + "_" + java.util.UUID.randomUUID())).hasStatusOk();
  }

  @Test
  void theDirectorChoosesWhatValueMeansAndAllAreClassedAtOnce() {
    var director = door.as(Role.DIRECTOR);
    director.get("/pyramid/choice");
    assertThat(director.post("/pyramid/choice", "measure", "sum", "period", "hijri_year", "top", "٢٫٥", "major", "7.5", "middle", "20%", "small", "40", "least", "30"))
        .hasStatus3xxRedirection().hasRedirectedUrl("/pyramid");
    assertThat(choices.current()).isEqualTo(new Choice("sum", Period.HIJRI_YEAR, Cuts.ofShares(List.of(250, 750, 2000, 4000, 3000))));
    assertThat(pyramid.latest().orElseThrow().classes()).extracting(PyramidRun.ClassFigure::donors).containsExactly(4L, 9L, 26L, 52L, 39L);
    assertThat(db.sql("select detail->'after'->>'period' from access.audit_entry where action = 'pyramid.choose' order by seq desc limit 1")
        .query(String.class).single()).isEqualTo("hijri_year");
  }

  @Test
  void sharesThatDoNotMakeAHundredAreSentBackWithEverythingTyped() {
    var director = door.as(Role.DIRECTOR);
    director.get("/pyramid/choice");
    var before = choices.current();
    var answer = director.post("/pyramid/choice", "measure", "sum", "period", "all", "top", "1", "major", "4", "middle", "15", "small", "70", "least", "11");
    assertThat(answer).hasStatus(422);
    assertThat(body(answer)).contains("add up to 101", "value=\"11\"");
    var unreadable = director.post("/pyramid/choice", "measure", "gold", "period", "all", "top", "1.005", "major", "-4", "middle", "many", "small", "", "least", "0");
    assertThat(unreadable).hasStatus(422);
    assertThat(body(unreadable)).contains("id=\"top-error\"", "id=\"major-error\"", "id=\"middle-error\"", "id=\"small-error\"", "id=\"least-error\"", "id=\"measure-error\"");
    assertThat(choices.current()).isEqualTo(before);
  }

  @Test
  void anotherProgramReadsThePyramid() {
    var shown = json("/api/v1/pyramid");
    assertThat(shown.at("/choice/measure").asString()).isEqualTo("sum");
    assertThat(shown.at("/as_of").asString()).isEqualTo("2026-11-22");
    assertThat(shown.at("/donors").asLong()).isEqualTo(DONORS);
    assertThat(shown.at("/classes").valueStream().mapToLong(one -> one.at("/donors").asLong()).sum()).isEqualTo(DONORS);
    assertThat(shown.at("/classes/0/lowest_value").asString()).isEqualTo("9998.00");
    assertThat(shown.at("/classes").valueStream().map(one -> new BigDecimal(one.at("/value").asString())).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(shown.at("/total").asString());
    assertThat(shown.at("/curve").size()).isEqualTo(100);
    assertThat(shown.at("/top_fifth_share").decimalValue()).isBetween(new BigDecimal("0.2"), new BigDecimal("0.21"));
  }

  @Test
  void anotherProgramReadsAClassPageByPage() {
    var ids = new ArrayList<String>();
    var path = "/api/v1/pyramid/small?limit=40";
    while (path != null) {
      var listing = json(path);
      listing.at("/items").valueStream().forEach(one -> ids.add(one.at("/client_id").asString()));
      path = listing.at("/next").isNull() ? null : "/api/v1/pyramid/small?limit=40&cursor=" + listing.at("/next").asString();
    }
    assertThat(ids).hasSize(91).doesNotHaveDuplicates().isEqualTo(donors.all().subList(26, 117).stream().map(PartyId::toString).toList());
  }

  private JsonNode json(String path) {
    var answer = web.get().uri(java.net.URI.create(path)).header("Authorization", "Bearer " + keys.issue("قارئ", Set.of(Scope.PYRAMID_READ))).exchange();
    assertThat(answer).hasStatusOk();
    return JsonMapper.builder().build().readTree(body(answer));
  }
}
