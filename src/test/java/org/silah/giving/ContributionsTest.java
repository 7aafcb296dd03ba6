package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What giving adds to the pages of others. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Charity(fresh = true)
@Import({Scene.class, Desk.class})
class ContributionsTest {

  @Autowired Scene scene;
  @Autowired Desk desk;
  @Autowired Giving giving;
  @Autowired Institutions institutions;

  private PartyId maha;

  @BeforeEach
  void mahaGaveTwiceAndOneGiftWasReversed() {
    maha = scene.client("مها سعد");
    giving.record(Scene.gift(maha, "1234.50", "SAR", institutions.today().minusDays(400), "Nour Well"));
    giving.record(Scene.gift(maha, "765.50", institutions.today()));
    giving.reverse(giving.record(Scene.gift(maha, "99", institutions.today())), "Counted twice");
  }

  @Test
  void theProfileShowsWhatWasGivenAndTheTimelineEachGift() {
    assertThat(desk.open(Role.DONOR_RELATIONS, "/clients/" + maha)).hasStatusOk().bodyText()
        .contains("2,000.00", "1,234.50", "two gifts".replace("two", "2"), "About every 13 months", "Gifts by year")
        .contains("Gave 765.50 Saudi Riyal", "Sadaqah", "Project · Nour Well", "A gift of 99.00 Saudi Riyal was reversed", "Counted twice");
  }

  @Test
  void allGiftsOfAnOldDayAreOnTheTimelineHoweverManyThereAre() throws Exception {
    var salem = scene.client("سالم علي");
    var day = institutions.today().minusDays(40);
    for (int n = 1; n <= 30; n++) {
      giving.record(Scene.gift(salem, (100 + n) + ".00", day));
    }
    var older = desk.open(Role.DONOR_RELATIONS, "/clients/" + salem + "/timeline?before=" + institutions.today().minusDays(20) + "T00:00:00Z");
    var page = older.getResponse().getContentAsString();
    assertThat(IntStream.rangeClosed(1, 30).filter(n -> !page.contains("Gave " + (100 + n) + ".00"))).isEmpty();
  }

  @Test
  void aCaseWorkerSeesTheClientAndNoGifts() {
    assertThat(desk.open(Role.CASE_WORKER, "/clients/" + maha)).hasStatusOk().bodyText()
        .contains("Gifts are seen by the donor relations team").doesNotContain("765.50", "1,234.50", "2,000.00", "Counted twice", "Nour Well");
    assertThat(desk.open(Role.CASE_WORKER, "/clients")).hasStatusOk().bodyText().doesNotContain("2,000.00");
  }

  @Test
  void theListOfClientsShowsTheLastGiftAndTheTotal() {
    assertThat(desk.open(Role.REGISTRAR, "/clients")).hasStatusOk().bodyText().contains("Last gift", "Given in all", "2,000.00");
  }

  @Test
  void bothColumnsOfTheListCostOneQuery() {
    var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var asked = new ListAppender<ILoggingEvent>();
    asked.start();
    log.addAppender(asked);
    log.setLevel(Level.DEBUG);
    try {
      assertThat(desk.open(Role.REGISTRAR, "/clients")).hasStatusOk().bodyText().contains("Last gift", "Given in all");
    } finally {
      log.setLevel(null);
      log.detachAppender(asked);
    }
    assertThat(asked.list).filteredOn(event -> event.getFormattedMessage().contains("from giving.donor_summary where party_id = any")).hasSize(1);
  }
}
