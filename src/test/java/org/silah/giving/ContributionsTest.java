package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

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
  void aCaseWorkerSeesTheClientAndNoGifts() {
    assertThat(desk.open(Role.CASE_WORKER, "/clients/" + maha)).hasStatusOk().bodyText()
        .contains("Gifts are seen by the donor relations team").doesNotContain("765.50", "1,234.50", "2,000.00", "Counted twice", "Nour Well");
    assertThat(desk.open(Role.CASE_WORKER, "/clients")).hasStatusOk().bodyText().doesNotContain("2,000.00");
  }

  @Test
  void theListOfClientsShowsTheLastGiftAndTheTotal() {
    assertThat(desk.open(Role.REGISTRAR, "/clients")).hasStatusOk().bodyText().contains("Last gift", "Given in all", "2,000.00");
  }
}
