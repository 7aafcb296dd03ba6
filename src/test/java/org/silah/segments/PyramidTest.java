package org.silah.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.MovableClock;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Charity(fresh = true)
@Import({Donors.class, MovableClock.OnTheWall.class})
class PyramidTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Cuts HALVES = Cuts.ofShares(List.of(1000, 1000, 2000, 3000, 3000));

  @Autowired Donors donors;
  @Autowired Pyramid pyramid;
  @Autowired DonorClasses classes;
  @Autowired ClassMoves moves;
  @Autowired PyramidRuns runs;
  @Autowired StaleMarks marks;
  @Autowired Institutions institutions;
  @Autowired MovableClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void nobodyHasGivenYet() {
    clock.moveTo(TODAY);
    db.sql("delete from giving.donor_summary").update();
    pyramid.choose(new Choice("sum", Period.ALL, HALVES));
  }

  @Test
  void theHighestTenthIsTheTopAndEveryDonorHasExactlyOneClass() {
    var people = people(10, i -> 1000L - i);
    pyramid.compute(Cause.GIFTS);
    assertThat(donors.classes()).containsExactly("top " + people.get(0), "major " + people.get(1), "middle " + people.get(2),
        "middle " + people.get(3), "small " + people.get(4), "small " + people.get(5), "small " + people.get(6), "least " + people.get(7),
        "least " + people.get(8), "least " + people.get(9));
    var run = pyramid.latest().orElseThrow();
    assertThat(run.donors()).isEqualTo(10);
    assertThat(run.total()).isEqualTo(9_955_00);
    assertThat(run.classes()).extracting(PyramidRun.ClassFigure::donors).containsExactly(1L, 1L, 2L, 3L, 3L);
    assertThat(run.classes()).extracting(PyramidRun.ClassFigure::lowest).containsExactly(1000_00L, 999_00L, 997_00L, 994_00L, 991_00L);
    assertThat(run.topFifth()).isEqualTo(1999_00);
    assertThat(run.curve()).hasSize(10).first().isEqualTo(new PyramidRun.CurvePoint(1, 1000_00));
    assertThat(run.curve()).last().isEqualTo(new PyramidRun.CurvePoint(10, 9_955_00));
  }

  /** The headline and the table of the curve are one number. */
  @Test
  void theTwentiethPointOfTheCurveIsTheFirstFifthHoweverManyDonorsThereAre() {
    people(104, i -> 1000L - 9 * i);
    pyramid.compute(Cause.GIFTS);
    var run = pyramid.latest().orElseThrow();
    assertThat(run.curve()).hasSize(100);
    assertThat(run.curve().get(19)).isEqualTo(new PyramidRun.CurvePoint(21, run.topFifth()));
    assertThat(run.curve()).last().isEqualTo(new PyramidRun.CurvePoint(104, run.total()));
  }

  @Test
  void donorsOfEqualValueStandInTheOrderInWhichTheyBecameKnown() {
    var people = people(7, _ -> 50L);
    pyramid.compute(Cause.GIFTS);
    assertThat(ranked()).isEqualTo(people);
    var moved = moveCount();
    pyramid.compute(Cause.ASKED);
    assertThat(ranked()).isEqualTo(people);
    assertThat(moveCount()).isEqualTo(moved);
  }

  @Test
  void aRankIsCountedExactlyAlsoAmongManyEqualValues() {
    var many = manyDonors(2_345);
    pyramid.compute(Cause.GIFTS);
    for (int rank : new int[] {1, 2, 234, 235, 999, 1000, 1001, 1002, 1876, 2000, 2001, 2345}) {
      assertThat(classes.find(many.get(rank - 1)).orElseThrow().rank()).isEqualTo(rank);
    }
  }

  @Test
  void aMoveUpIsAFactWithItsDayAndTheClassItCameFrom() {
    var people = people(10, i -> 1000L - i);
    pyramid.compute(Cause.GIFTS);
    clock.moveTo(TODAY.plusDays(1));
    donors.gave(people.get(9), 5_000, TODAY);
    pyramid.compute(Cause.GIFTS);
    var risen = classes.find(people.get(9)).orElseThrow();
    assertThat(risen).isEqualTo(new Standing(ValueClass.TOP, 1, 5_991_00, clock.instant(), ValueClass.LEAST));
    assertThat(moves.newest(people.get(9), 9)).extracting(ClassMove::from, ClassMove::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ValueClass.LEAST, ValueClass.TOP), org.assertj.core.groups.Tuple.tuple(null, ValueClass.LEAST));
    // who was pushed down by it moved too, and nobody else did
    assertThat(moves.newest(people.get(0), 9).getFirst()).isEqualTo(new ClassMove(ValueClass.TOP, ValueClass.MAJOR, clock.instant(), Cause.GIFTS));
    assertThat(moves.newest(people.get(2), 9)).hasSize(1);
  }

  @Test
  void whoseLastGiftIsReversedLeavesTheClassesAndMayComeBack() {
    var maha = donors.person("مها");
    var gift = donors.gave(maha, 300, TODAY);
    pyramid.compute(Cause.GIFTS);
    donors.reverse(gift);
    pyramid.compute(Cause.GIFTS);
    assertThat(classes.find(maha)).isEmpty();
    assertThat(moves.newest(maha, 1)).singleElement().extracting(ClassMove::from, ClassMove::to).containsExactly(ValueClass.TOP, null);
    donors.gave(maha, 20, TODAY);
    pyramid.compute(Cause.GIFTS);
    assertThat(classes.find(maha).orElseThrow().movedFrom()).isNull();
    assertThat(moves.newest(maha, 9)).hasSize(3);
  }

  @Test
  void aCharityWithoutDonorsHasAnEmptyPyramid() {
    pyramid.compute(Cause.GIFTS);
    var run = pyramid.latest().orElseThrow();
    assertThat(run.donors()).isZero();
    assertThat(run.topFifthShare()).isZero();
    assertThat(run.curve()).isEmpty();
    assertThat(run.classes()).allSatisfy(figure -> assertThat(figure.lowest()).isNull());
  }

  @Test
  void aDonorWhoGaveNothingInThePeriodIsStillADonor() {
    var maha = donors.person("مها");
    var salem = donors.person("سالم");
    donors.gave(maha, 9_000, TODAY.minusMonths(12));
    donors.gave(salem, 10, TODAY.minusMonths(12).plusDays(1));
    pyramid.choose(new Choice("sum", Period.LAST_12_MONTHS, HALVES));
    assertThat(ranked()).containsExactly(salem, maha);
    assertThat(classes.find(maha).orElseThrow().value()).isZero();
    assertThat(moves.newest(maha, 1)).singleElement().extracting(ClassMove::cause).isEqualTo(Cause.CHOICE);
  }

  @Test
  void theClassesInTheDatabaseAreTheDonorsWhateverTheirNumber() {
    for (int donorsMore : new int[] {1, 1, 2, 3, 13, 37, 60}) {
      manyDonors(donorsMore);
      pyramid.compute(Cause.GIFTS);
      assertThat(ranked()).isEqualTo(donors.all());
      var run = pyramid.latest().orElseThrow();
      assertThat(run.classes().stream().mapToLong(PyramidRun.ClassFigure::donors).sum()).isEqualTo(run.donors()).isEqualTo(donors.all().size());
    }
  }

  @Test
  void oneRowIsKeptForEachDay() {
    people(3, _ -> 5L);
    pyramid.compute(Cause.GIFTS);
    pyramid.compute(Cause.GIFTS);
    clock.moveTo(TODAY.plusDays(1));
    pyramid.compute(Cause.DAY);
    assertThat(db.sql("select as_of from segments.pyramid_run order by 1").query(LocalDate.class).list())
        .contains(TODAY, TODAY.plusDays(1)).doesNotHaveDuplicates();
  }

  @Test
  void aGiftMakesThePyramidDueAndANewDayDoesToo() {
    pyramid.compute(Cause.ASKED);
    assertThat(due()).isEmpty();
    var gift = donors.gave(donors.person("نورة"), 5, TODAY);
    assertThat(due()).contains(Cause.GIFTS);
    pyramid.compute(Cause.GIFTS);
    assertThat(due()).isEmpty();
    donors.reverse(gift);
    assertThat(due()).contains(Cause.GIFTS);
    pyramid.compute(Cause.GIFTS);
    clock.moveTo(TODAY.plusDays(1));
    assertThat(due()).contains(Cause.DAY);
  }

  @Test
  void aLargeCharityRestsBetweenTwoComputations() {
    pyramid.compute(Cause.ASKED);
    db.sql("update segments.pyramid_run set took_ms = 2000 where as_of = ?").param(TODAY).update();
    donors.gave(donors.person("نورة"), 5, TODAY);
    assertThat(due()).isEmpty();
    clock.forward(Duration.ofSeconds(20));
    assertThat(due()).contains(Cause.GIFTS);
  }

  @Test
  void computedAtOnceByTwoItIsComputedOneAfterTheOther() throws Exception {
    people(40, i -> 10L + i);
    var work = IntStream.range(0, 6).<Callable<Void>>mapToObj(_ -> () -> {
      pyramid.compute(Cause.GIFTS);
      return null;
    }).toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(ranked()).isEqualTo(donors.all());
    assertThat(db.sql("""
        select count(*)
        from segments.class_move m
        join segments.donor_class c on c.party_id = m.party_id""").query(Long.class).single()).isEqualTo(40);
  }

  private java.util.Optional<Cause> due() {
    return PyramidUpkeep.due(runs, marks, institutions, clock);
  }

  private List<PartyId> people(int count, java.util.function.IntToLongFunction riyals) {
    var people = new ArrayList<PartyId>();
    for (int i = 0; i < count; i++) {
      people.add(donors.person("متبرع " + i));
      donors.gave(people.get(i), riyals.applyAsLong(i), TODAY.minusDays(i));
    }
    return people;
  }

  /** Of equal value, written straight to the tables of giving, because the front door is slow for thousands. */
  private List<PartyId> manyDonors(int count) {
    var people = db.sql("""
        with p as (
          insert into constituents.party (id, kind, display_name, name_key, source, created_at, updated_at)
          select uuidv7(), 'person', 'متبرع', 'متبرع', 'test', now(), now() from generate_series(1, ?)
          returning id
        )
        insert into giving.donor_summary (party_id, gifts, base_minor, largest_minor, first_on, last_on)
        select id, 1, 700, 700, ?, ? from p
        returning party_id""").params(count, TODAY, TODAY).query(java.util.UUID.class).list();
    return people.stream().sorted(java.util.Comparator.comparing(java.util.UUID::toString)).map(PartyId::new).toList();
  }

  private List<PartyId> ranked() {
    return donors.classes().stream().map(row -> PartyId.of(row.split(" ")[1])).toList();
  }

  private long moveCount() {
    return db.sql("select count(*) from segments.class_move").query(Long.class).single();
  }
}
