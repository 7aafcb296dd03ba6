package org.silah.segments;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.MovableClock;
import org.silah.constituents.ProfilePanel;
import org.silah.constituents.TimelineSource;
import org.silah.web.Language;
import org.silah.web.Pages;
import org.silah.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the profile says of a donor's class. */
@SpringBootTest
@Charity(fresh = true)
@Import({Donors.class, MovableClock.OnTheWall.class})
class ClassTimelineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Autowired Donors donors;
  @Autowired Pyramid pyramid;
  @Autowired ClassTimeline timeline;
  @Autowired ClassPanel panel;
  @Autowired ClassColumn column;
  @Autowired Pages pages;
  @Autowired Texts texts;
  @Autowired MovableClock clock;

  @BeforeEach
  void anOrdinaryDay() {
    clock.moveTo(TODAY);
    pyramid.choose(new Choice("sum", Period.ALL, Cuts.ofShares(List.of(1000, 1000, 2000, 3000, 3000))));
  }

  @Test
  void eachMoveIsTold() {
    var salem = donors.person("سالم");
    var maha = donors.person("مها");
    donors.gave(salem, 500, TODAY);
    donors.gave(maha, 100, TODAY);
    pyramid.compute(Cause.GIFTS);
    clock.moveTo(TODAY.plusDays(1));
    donors.gave(maha, 1_000, TODAY);
    pyramid.compute(Cause.GIFTS);
    clock.moveTo(TODAY.plusDays(2));
    var arabic = timeline.entries(maha, clock.instant(), 10, texts.in(Language.AR));
    assertThat(arabic).extracting(TimelineSource.Entry::sentence).first().asString().isEqualTo("الانتقال من فئة «الصغار» إلى فئة «عملاء القمة»");
    assertThat(arabic).extracting(TimelineSource.Entry::sentence).last().asString().startsWith("التصنيف في فئة");
    var english = timeline.entries(salem, clock.instant(), 10, texts.in(Language.EN));
    assertThat(english.getFirst().sentence()).startsWith("Moved from “Top” to");
    assertThat(english.getFirst().icon()).isEqualTo("trending-down");
    assertThat(timeline.entries(maha, clock.instant(), 1, texts.in(Language.AR))).hasSize(1);
    assertThat(timeline.entries(maha, arabic.getFirst().at(), 10, texts.in(Language.AR))).hasSize(arabic.size() - 1);
  }

  @Test
  void thePanelTellsClassRankAndValueAndAsksNothingOfWhoNeverGave() {
    var nora = donors.person("نورة");
    donors.gave(nora, 999_999, TODAY);
    pyramid.compute(Cause.GIFTS);
    assertThat(panel.group()).isEqualTo(ProfilePanel.Group.CLASS);
    var facts = panel.facts(nora, pages.of(new MockHttpServletRequest()));
    assertThat(facts.known()).isEqualTo(facts.possible()).isPositive();
    assertThat(facts.asOf()).isEqualTo(TODAY);
    assertThat(html(facts.content())).contains("عملاء القمة").doesNotContain("999,999");
    var stranger = panel.facts(donors.person("زائر"), pages.of(new MockHttpServletRequest()));
    assertThat(stranger.possible()).isZero();
    assertThat(html(stranger.content())).contains("لا فئة بعد");
  }

  @Test
  void theListOfClientsShowsTheClassOfDonorsOnly() {
    var nora = donors.person("نورة");
    var visitor = donors.person("زائر");
    donors.gave(nora, 9_999_999, TODAY);
    pyramid.compute(Cause.GIFTS);
    var cells = column.cells(List.of(nora, visitor), pages.of(new MockHttpServletRequest()));
    assertThat(cells).containsOnlyKeys(nora);
    assertThat(html(cells.get(nora))).contains("عملاء القمة");
  }

  private static String html(gg.jte.Content content) {
    var html = new StringOutput();
    content.writeTo(html);
    return html.toString();
  }
}
