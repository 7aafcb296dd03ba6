package org.silah.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.MovableClock;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.giving.GiftId;
import org.silah.kernel.HijriDate;
import org.silah.segments.Donors;
import org.silah.segments.Pyramid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hand-made charities, small enough to count on the fingers. */
@SpringBootTest
@Charity(fresh = true)
@Import({Donors.class, MovableClock.OnTheWall.class})
class CountingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Autowired Donors donors;
  @Autowired Counting counting;
  @Autowired Members members;
  @Autowired CountRuns runs;
  @Autowired Pyramid pyramid;
  @Autowired Institutions institutions;
  @Autowired MovableClock clock;
  @Autowired RecurringTask<Void> keepFigures;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient db;

  @BeforeEach
  void nobodyHasGivenYet() {
    clock.moveTo(LocalDate.of(2032, 12, 31));
    db.sql("select id from published.gift").query(java.util.UUID.class).list().forEach(gift -> donors.reverse(new GiftId(gift)));
    clock.moveTo(TODAY);
  }

  @Test
  void ofTheHouseholdsThatGaveTheYearBeforeThoseThatGaveAgainAreRetained() {
    var maha = donors.person("مها");
    var salem = donors.person("سالم");
    var nora = donors.person("نورة");
    var ali = donors.person("علي");
    gave(maha, TODAY.minusMonths(18), TODAY.minusMonths(3));
    gave(salem, TODAY.minusMonths(18));
    gave(nora, TODAY.minusMonths(3));
    gave(ali, TODAY.minusMonths(30), TODAY.minusMonths(3));
    counting.count();
    assertThat(who(Figure.RETAINED)).containsExactly(maha);
    assertThat(who(Figure.LAPSED)).containsExactly(salem);
    assertThat(Retention.now(members.counts()).rate()).isEqualTo(0.5);
    assertThat(who(Figure.ACTIVE)).containsExactlyInAnyOrder(maha, nora, ali);
    assertThat(who(Figure.ACTIVE_BEFORE)).containsExactlyInAnyOrder(maha, salem);
    assertThat(who(Figure.LAPSED_BEFORE)).containsExactly(ali);
    assertThat(who(Figure.RETAINED_BEFORE)).isEmpty();
  }

  @Test
  void aHouseholdOfTwoGiversCountsOnceAndStaysIfEitherGivesAgain() {
    var father = donors.person("أبو فهد");
    var mother = donors.person("أم فهد");
    var single = donors.person("هند");
    var family = donors.family("أسرة فهد", father, mother);
    gave(father, TODAY.minusMonths(20));
    gave(mother, TODAY.minusMonths(14), TODAY.minusMonths(1));
    gave(single, TODAY.minusMonths(15));
    counting.count();
    assertThat(who(Figure.RETAINED)).containsExactly(family);
    assertThat(who(Figure.LAPSED)).containsExactly(single);
    assertThat(who(Figure.ACTIVE)).containsExactly(mother);
    var row = members.page(Figure.RETAINED, Members.Cursor.START, 9).getFirst();
    assertThat(row.gifts()).isEqualTo(1);
    assertThat(row.name()).isEqualTo("أسرة فهد");
  }

  @Test
  void aReversedGiftKeepsNobody() {
    var maha = donors.person("مها");
    gave(maha, TODAY.minusMonths(18));
    var mistaken = donors.gave(maha, 10, TODAY.minusMonths(2));
    counting.count();
    assertThat(who(Figure.RETAINED)).containsExactly(maha);
    donors.reverse(mistaken);
    counting.count();
    assertThat(who(Figure.RETAINED)).isEmpty();
    assertThat(who(Figure.LAPSED)).containsExactly(maha);
    assertThat(who(Figure.ACTIVE)).isEmpty();
  }

  /** Twelve months ago to the day is the last day of the year before; the day after it is the first of the last twelve months. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2028-02-29", "2028-02-28", "2029-02-28", "2027-12-31", "2028-03-01"})
  void theEdgesAreTheSameDateOfTheYearBefore(LocalDate today) {
    clock.moveTo(today);
    var dates = List.of(today.minusMonths(24), today.minusMonths(24).plusDays(1), today.minusMonths(12), today.minusMonths(12).plusDays(1), today);
    var givers = dates.stream().map(day -> donors.person("متبرع " + day)).toList();
    for (int i = 0; i < givers.size(); i++) {
      gave(givers.get(i), dates.get(i));
    }
    counting.count();
    assertThat(who(Figure.LAPSED)).containsExactlyInAnyOrder(givers.get(1), givers.get(2));
    assertThat(who(Figure.ACTIVE)).containsExactlyInAnyOrder(givers.get(3), givers.get(4));
    assertThat(who(Figure.LAPSED_BEFORE)).containsExactly(givers.get(0));
    var both = donors.person("في الحدين");
    gave(both, today.minusMonths(12), today.minusMonths(12).plusDays(1));
    counting.count();
    assertThat(who(Figure.RETAINED)).containsExactly(both);
  }

  @Test
  void newDonorsAreThoseWhoseFirstGiftOfAllCameThisYearInEitherCalendar() {
    var hijriYear = HijriDate.from(TODAY).year();
    var hijriBegin = new HijriDate(hijriYear, 1, 1).toLocalDate();
    var fresh = donors.person("جديدة");
    var lastHijriYear = donors.person("من آخر السنة الهجرية الماضية");
    var old = donors.person("قديم");
    gave(fresh, hijriBegin);
    gave(lastHijriYear, hijriBegin.minusDays(1), hijriBegin.plusDays(5));
    gave(old, LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1));
    counting.count();
    assertThat(who(Figure.NEW_HIJRI)).containsExactly(fresh);
    assertThat(who(Figure.EXISTING_HIJRI)).containsExactly(lastHijriYear);
    assertThat(who(Figure.NEW_GREGORIAN)).containsExactlyInAnyOrder(fresh, lastHijriYear);
    assertThat(who(Figure.EXISTING_GREGORIAN)).containsExactly(old);
    assertThat(members.page(Figure.EXISTING_GREGORIAN, Members.Cursor.START, 9).getFirst().gifts()).isEqualTo(1);
  }

  @Test
  void onNewYearsDayOfEitherCalendarTheYearHasOnlyThatDay() {
    var newYear = new HijriDate(1449, 1, 1).toLocalDate();
    clock.moveTo(newYear);
    var eve = donors.person("ليلة العام");
    var first = donors.person("أول العام");
    gave(eve, newYear.minusDays(1));
    gave(first, newYear);
    counting.count();
    assertThat(who(Figure.NEW_HIJRI)).containsExactly(first);
    assertThat(who(Figure.NEW_GREGORIAN)).containsExactlyInAnyOrder(eve, first);
  }

  @Test
  void aGreatDonorWhoFellQuietIsNoticed() {
    var great = donors.person("كبير");
    gave(great, TODAY.minusMonths(12));
    for (int i = 0; i < 30; i++) {
      donors.gave(donors.person("صغير " + i), 1, TODAY);
    }
    pyramid.refresh();
    counting.count();
    assertThat(who(Figure.QUIET)).containsExactly(great);
    donors.gave(great, 5, TODAY.minusMonths(12).plusDays(1));
    pyramid.refresh();
    counting.count();
    assertThat(who(Figure.QUIET)).isEmpty();
  }

  @Test
  void countingAgainWithoutAChangeWritesNothing() {
    gave(donors.person("مها"), TODAY.minusMonths(18), TODAY);
    counting.count();
    var before = versions();
    counting.count();
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void countingIsDueAfterThePyramidWasComputedAndWhenADayBegins() {
    pyramid.refresh();
    clock.forward(Duration.ofSeconds(1));
    counting.count();
    assertThat(FigureUpkeep.due(runs, pyramid, institutions, clock)).isFalse();
    clock.forward(Duration.ofSeconds(1));
    pyramid.refresh();
    assertThat(FigureUpkeep.due(runs, pyramid, institutions, clock)).isTrue();
    counting.count();
    clock.moveTo(TODAY.plusDays(1));
    assertThat(FigureUpkeep.due(runs, pyramid, institutions, clock)).isTrue();
  }

  /** The figures of a demonstration were once counted while its first pyramid was computed, and stayed as they were. */
  @Test
  void aCountThatRunsWhileThePyramidIsComputedIsFollowedByOneThatKnowsTheClasses() throws Exception {
    var great = donors.person("كبير");
    gave(great, TODAY.minusMonths(12));
    for (int i = 0; i < 30; i++) {
      donors.gave(donors.person("صغير " + i), 1, TODAY);
    }
    try (var job = Executors.newSingleThreadExecutor()) {
      transactions.executeWithoutResult(_ -> {
        pyramid.refresh();
        clock.forward(Duration.ofSeconds(1));
        assertThat(job.submit(counting::count)).succeedsWithin(Duration.ofMinutes(1));
      });
    }
    assertThat(who(Figure.QUIET)).isEmpty();
    clock.forward(Duration.ofMinutes(2));
    lookOnce();
    assertThat(who(Figure.QUIET)).containsExactly(great);
    var counted = runs.last();
    clock.forward(Duration.ofMinutes(2));
    lookOnce();
    assertThat(runs.last()).isEqualTo(counted);
  }

  /** As the worker does every few seconds. */
  private void lookOnce() {
    keepFigures.executeRecurringly(keepFigures.instance("test"), null);
  }

  private List<String> versions() {
    return db.sql("select xmin::text || ctid::text from insight.member order by figure, party_id").query(String.class).list();
  }

  private void gave(PartyId donor, LocalDate... days) {
    for (var day : days) {
      donors.gave(donor, 100, day);
    }
  }

  private List<PartyId> who(Figure figure) {
    var rows = members.page(figure, Members.Cursor.START, 1_000);
    assertThat(members.counts().get(figure)).isEqualTo(
        new Members.Count(rows.size(), rows.stream().mapToLong(Members.Member::baseMinor).sum()));
    return rows.stream().map(Members.Member::id).toList();
  }
}
