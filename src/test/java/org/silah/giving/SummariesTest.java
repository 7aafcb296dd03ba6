package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.kernel.HijriDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Charity(fresh = true)
@Import(Scene.class)
class SummariesTest {

  @Autowired Scene scene;
  @Autowired Giving giving;
  @Autowired Institutions institutions;
  @Autowired JdbcClient db;

  /** What the summaries are held against: gifts in a list, counted plainly. */
  private record Plain(GiftId id, PartyId giver, long base, LocalDate day) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void summariesSayWhatAPlainRecountOfTheGiftsSays(long seed) {
    var random = new Random(seed);
    var donors = IntStream.range(0, 4).mapToObj(i -> scene.client("متبرع " + seed + " " + i)).toList();
    var standing = new ArrayList<Plain>();
    for (int step = 0; step < 60; step++) {
      if (!standing.isEmpty() && random.nextInt(3) == 0) {
        giving.reverse(standing.remove(random.nextInt(standing.size())).id(), "خطأ في الإدخال");
      } else {
        standing.add(give(donors.get(random.nextInt(donors.size())), random));
      }
    }
    for (var donor : donors) {
      assertAgrees(donor, standing.stream().filter(gift -> gift.giver().equals(donor)).toList());
    }
  }

  @Test
  void twoGiftsAndAReversalOfOneDonorAtOnceAreAllCounted() throws Exception {
    var maha = scene.client("مها سعد");
    var today = institutions.today();
    var first = IntStream.range(0, 10).mapToObj(i -> record(maha, 100_00 + i, today.minusDays(i))).toList();
    var work = new ArrayList<Callable<Plain>>();
    for (int i = 0; i < 40; i++) {
      int day = 20 + i % 7, halalas = 5_00 + i;
      work.add(() -> record(maha, halalas, today.minusDays(day)));
    }
    for (var gift : first) {
      work.add(() -> {
        giving.reverse(gift.id(), "مكرر");
        return gift;
      });
    }
    assertAgrees(maha, allAtOnce(work).stream().filter(gift -> !first.contains(gift)).toList());
  }

  @Test
  void aDayCountsItsGiftsAndForgetsTheReversed() throws Exception {
    var salem = scene.client("سالم علي");
    var day = LocalDate.of(2019, 5, 6);
    var gifts = allAtOnce(IntStream.range(0, 30).<Callable<Plain>>mapToObj(_ -> () -> record(salem, 10_00, day)).toList());
    giving.reverse(gifts.getFirst().id(), "مكرر");
    assertThat(db.sql("select gifts, base_minor from published.day_total where given_on = ?").param(day).query().singleRow())
        .containsEntry("gifts", 29L).containsEntry("base_minor", 290_00L);
  }

  @Test
  void aDonorWhoseOnlyGiftIsReversedIsNoDonorAndBecomesOneAgain() {
    var noura = scene.client("نورة خالد");
    var gift = record(noura, 75_00, institutions.today());
    giving.reverse(gift.id(), "أُعيد المبلغ");
    assertThat(scene.summary(noura)).isNull();
    assertAgrees(noura, List.of(record(noura, 20_00, institutions.today().minusDays(3))));
  }

  private Plain give(PartyId giver, Random random) {
    return record(giver, 1 + random.nextInt(1_000_000), institutions.today().minusDays(random.nextInt(4_000)));
  }

  private Plain record(PartyId giver, long halalas, LocalDate day) {
    var amount = java.math.BigDecimal.valueOf(halalas, 2).toPlainString();
    return new Plain(giving.record(Scene.gift(giver, amount, day)), giver, halalas, day);
  }

  private static List<Plain> allAtOnce(List<Callable<Plain>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var done = new ArrayList<Plain>();
      for (Future<Plain> one : threads.invokeAll(work)) {
        done.add(one.get());
      }
      return done;
    }
  }

  private void assertAgrees(PartyId donor, List<Plain> gifts) {
    var days = gifts.stream().map(Plain::day).sorted().toList();
    assertThat(scene.summary(donor)).isEqualTo(gifts.isEmpty() ? null : new Scene.Summary(gifts.size(),
        gifts.stream().mapToLong(Plain::base).sum(), gifts.stream().mapToLong(Plain::base).max().orElseThrow(), days.getFirst(), days.getLast()));
    assertThat(years(donor, "g")).isEqualTo(plainYears(gifts, gift -> gift.day().getYear()));
    assertThat(years(donor, "h")).isEqualTo(plainYears(gifts, gift -> HijriDate.from(gift.day()).year()));
  }

  private static Map<Integer, String> plainYears(List<Plain> gifts, Function<Plain, Integer> year) {
    return gifts.stream().collect(Collectors.groupingBy(year, TreeMap::new,
        Collectors.collectingAndThen(Collectors.toList(), some -> some.size() + " " + some.stream().mapToLong(Plain::base).sum())));
  }

  private Map<Integer, String> years(PartyId donor, String calendar) {
    var years = new TreeMap<Integer, String>();
    db.sql("select year, gifts, base_minor from giving.donor_year where party_id = ? and calendar = ?")
        .params(donor.value(), calendar)
        .query((java.sql.ResultSet row) -> {
          years.put(row.getInt("year"), row.getInt("gifts") + " " + row.getLong("base_minor"));
        });
    return years;
  }
}
