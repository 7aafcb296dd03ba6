package org.silah.giving;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.silah.kernel.Sql;
import org.silah.segments.Measure;
import org.silah.segments.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a donor may be ranked by. Every measure tells of every donor, 0 for whoever gave nothing in the period: the summaries are
 * read where they know the answer, the gifts themselves only for a stretch of days.
 */
@Configuration(proxyBeanMethods = false)
class GiftMeasures {

  private record GiftMeasure(String code, String label, Unit unit, BiFunction<Period, LocalDate, Sql> query) implements Measure {
    @Override
    public Sql values(Period period, LocalDate today) {
      return query.apply(period, today);
    }
  }

  @Bean
  Measure sumOfGifts() {
    return new GiftMeasure("sum", "giving.measure.sum", Measure.Unit.MONEY, GiftMeasures::sums);
  }

  @Bean
  Measure numberOfGifts() {
    return new GiftMeasure("gifts", "giving.measure.gifts", Measure.Unit.COUNT, GiftMeasures::counts);
  }

  /** 3 to 15: how lately, how often and how much, each a fifth of the donors from 1 to 5. Equals stand in the same fifth. */
  @Bean
  Measure recencyFrequencyMoney() {
    return new GiftMeasure("rfm", "giving.measure.rfm", Measure.Unit.POINTS, GiftMeasures::points);
  }

  private static Sql sums(Period period, LocalDate today) {
    return switch (period) {
      case ALL -> Sql.of("select party_id, base_minor as value from giving.donor_summary");
      case GREGORIAN_YEAR, HIJRI_YEAR -> Sql.of("""
          select s.party_id, coalesce(y.base_minor, 0) as value
          from giving.donor_summary s
          left join giving.donor_year y on y.party_id = s.party_id and y.calendar = ? and y.year = ?""",
          YearOf.calendar(period), YearOf.day(period, today));
      case LAST_12_MONTHS -> Sql.of("""
          select s.party_id, coalesce(g.value, 0) as value
          from giving.donor_summary s
          left join (
            select g.party_id, sum(g.base_minor)::bigint as value
            from giving.gift g
            where g.given_on between ? and ?
              and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
            group by g.party_id
          ) g on g.party_id = s.party_id""", period.since(today).orElseThrow(), today);
    };
  }

  private static Sql counts(Period period, LocalDate today) {
    return switch (period) {
      case ALL -> Sql.of("select party_id, gifts::bigint as value from giving.donor_summary");
      case GREGORIAN_YEAR, HIJRI_YEAR -> Sql.of("""
          select s.party_id, coalesce(y.gifts, 0)::bigint as value
          from giving.donor_summary s
          left join giving.donor_year y on y.party_id = s.party_id and y.calendar = ? and y.year = ?""",
          YearOf.calendar(period), YearOf.day(period, today));
      case LAST_12_MONTHS -> Sql.of("""
          select s.party_id, coalesce(g.value, 0) as value
          from giving.donor_summary s
          left join (
            select g.party_id, count(*) as value
            from giving.gift g
            where g.given_on between ? and ?
              and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
            group by g.party_id
          ) g on g.party_id = s.party_id""", period.since(today).orElseThrow(), today);
    };
  }

  private static Sql points(Period period, LocalDate today) {
    return switch (period) {
      case ALL -> Sql.of("""
          select party_id,
            3 + 5 * (rank() over (order by last_on) - 1) / count(*) over ()
              + 5 * (rank() over (order by gifts) - 1) / count(*) over ()
              + 5 * (rank() over (order by base_minor) - 1) / count(*) over () as value
          from giving.donor_summary""");
      case GREGORIAN_YEAR, HIJRI_YEAR, LAST_12_MONTHS -> Sql.of("""
          select s.party_id, coalesce(p.value, 0) as value
          from giving.donor_summary s
          left join (
            select party_id,
              3 + 5 * (rank() over (order by last_on) - 1) / count(*) over ()
                + 5 * (rank() over (order by gifts) - 1) / count(*) over ()
                + 5 * (rank() over (order by base_minor) - 1) / count(*) over () as value
            from (
              select g.party_id, max(g.given_on) as last_on, count(*) as gifts, sum(g.base_minor) as base_minor
              from giving.gift g
              where g.given_on between ? and ?
                and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
              group by g.party_id
            ) g
          ) p on p.party_id = s.party_id""", period.since(today).orElseThrow(), today);
    };
  }
}
