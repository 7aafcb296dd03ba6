package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.silah.segments.Measure;
import org.silah.segments.Period;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What donors are ranked by, held against a plain count in Java. */
@SpringBootTest
@Charity(fresh = true)
@Import(Scene.class)
class MeasuresTest {

  private record Plain(PartyId giver, long base, LocalDate day) {}

  private static final List<Plain> GIVEN = new ArrayList<>();

  @Autowired Scene scene;
  @Autowired Giving giving;
  @Autowired Institutions institutions;
  @Autowired List<Measure> measures;
  @Autowired JdbcClient db;

  @BeforeEach
  void fortyDonorsGaveOverThreeYears() {
    if (!GIVEN.isEmpty()) {
      return;
    }
    var random = new Random(7);
    for (int donor = 0; donor < 40; donor++) {
      var giver = scene.client("متبرع " + donor);
      for (int gift = 0; gift <= random.nextInt(4); gift++) {
        var plain = new Plain(giver, 100L * (1 + random.nextInt(20)), institutions.today().minusDays(random.nextInt(1100)));
        var id = giving.record(Scene.gift(giver, plain.base / 100 + "." + "00", plain.day));
        if (gift > 0 && random.nextInt(5) == 0) {
          giving.reverse(id, "خطأ");
        } else {
          GIVEN.add(plain);
        }
      }
    }
    giving.reverse(giving.record(Scene.gift(scene.client("من عُكس تبرعه"), "10", institutions.today())), "خطأ");
  }

  @ParameterizedTest
  @EnumSource(Period.class)
  void theSumAndTheNumberAreThoseOfThePeriodAndEveryDonorIsToldOnce(Period period) {
    assertThat(values("sum", period)).isEqualTo(plain(period, some -> some.stream().mapToLong(Plain::base).sum()));
    assertThat(values("gifts", period)).isEqualTo(plain(period, some -> some.size()));
  }

  @ParameterizedTest
  @EnumSource(Period.class)
  void pointsAreThreeFifthsAndEqualsStandInTheSameFifth(Period period) {
    var lately = fifths(plain(period, some -> some.stream().mapToLong(gift -> gift.day.toEpochDay()).max().orElse(0)));
    var often = fifths(plain(period, some -> some.size()));
    var much = fifths(plain(period, some -> some.stream().mapToLong(Plain::base).sum()));
    var expected = new HashMap<PartyId, Long>();
    plain(period, some -> some.size()).forEach((donor, gifts) ->
        expected.put(donor, gifts == 0 ? 0 : lately.get(donor) + often.get(donor) + much.get(donor)));
    assertThat(values("rfm", period)).isEqualTo(expected);
    assertThat(expected.values()).allMatch(points -> points == 0 || points >= 3 && points <= 15);
  }

  @Test
  void threeMeasuresAreOffered() {
    assertThat(measures).extracting(Measure::code).contains("sum", "gifts", "rfm");
  }

  private Map<PartyId, Long> values(String code, Period period) {
    var query = measures.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow().values(period, institutions.today());
    var values = new HashMap<PartyId, Long>();
    db.sql(query.text()).params(query.values()).query((java.sql.ResultSet row) -> {
      assertThat(values.put(new PartyId(row.getObject("party_id", java.util.UUID.class)), row.getLong("value"))).isNull();
    });
    return values;
  }

  /** For every donor of any time, from the gifts of the period. */
  private Map<PartyId, Long> plain(Period period, ToLongFunction<List<Plain>> value) {
    var since = period.since(institutions.today()).orElse(LocalDate.MIN);
    return GIVEN.stream().collect(Collectors.groupingBy(Plain::giver)).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        donor -> value.applyAsLong(donor.getValue().stream().filter(gift -> !gift.day.isBefore(since)).toList())));
  }

  /** Fifths of those who gave in the period; they are the ones above zero. */
  private static Map<PartyId, Long> fifths(Map<PartyId, Long> values) {
    var gave = values.entrySet().stream().filter(entry -> entry.getValue() > 0).sorted(Comparator.comparing(Map.Entry::getValue)).toList();
    return gave.stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
        1 + 5 * gave.stream().filter(other -> other.getValue() < entry.getValue()).count() / gave.size()));
  }
}
