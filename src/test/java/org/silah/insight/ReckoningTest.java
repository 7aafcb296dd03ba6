package org.silah.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Money;

class ReckoningTest {

  private static final Raised NOTHING = new Raised(new TreeMap<>(), Money.zero(Currency.getInstance("SAR")));

  @ParameterizedTest
  @CsvSource({
      // today, this month from, same days until, month before until
      "2026-11-22, 2026-11-01, 2026-10-01, 2026-10-22, 2026-10-31",
      "2026-03-31, 2026-03-01, 2026-02-01, 2026-02-28, 2026-02-28",
      "2028-03-30, 2028-03-01, 2028-02-01, 2028-02-29, 2028-02-29",
      "2027-01-01, 2027-01-01, 2026-12-01, 2026-12-01, 2026-12-31"})
  void theSameDaysOfLastMonthEndOnItsLastDayWhereItIsShorter(LocalDate today, LocalDate from, LocalDate before, LocalDate same, LocalDate end) {
    var month = Comparison.ofMonth(today, Reckoning.GREGORIAN, NOTHING);
    assertThat(month.days()).isEqualTo(new Days(from, today));
    assertThat(month.sameDays()).isEqualTo(new Days(before, same));
    assertThat(month.before()).isEqualTo(new Days(before, end));
  }

  @ParameterizedTest
  @CsvSource({
      "2026-11-22, 2026-01-01, 2025-01-01, 2025-11-22, 2025-12-31",
      "2028-02-29, 2028-01-01, 2027-01-01, 2027-02-28, 2027-12-31",
      "2029-02-28, 2029-01-01, 2028-01-01, 2028-02-28, 2028-12-31"})
  void aLeapDayIsComparedWithTheLastOfFebruary(LocalDate today, LocalDate from, LocalDate before, LocalDate same, LocalDate end) {
    var year = Comparison.ofYear(today, Reckoning.GREGORIAN, NOTHING);
    assertThat(year.days()).isEqualTo(new Days(from, today));
    assertThat(year.sameDays()).isEqualTo(new Days(before, same));
    assertThat(year.before()).isEqualTo(new Days(before, end));
  }

  @Test
  void theLastDayOfAHijriYearIsComparedWithTheLastOfTheYearBefore() {
    var longYear = java.util.stream.IntStream.range(1440, 1460).filter(year -> new HijriDate(year, 12, 1).lengthOfMonth() == 30
        && new HijriDate(year - 1, 12, 1).lengthOfMonth() == 29).findFirst().orElseThrow();
    var today = new HijriDate(longYear, 12, 30).toLocalDate();
    var year = Comparison.ofYear(today, Reckoning.HIJRI, NOTHING);
    assertThat(year.days().from()).isEqualTo(new HijriDate(longYear, 1, 1).toLocalDate());
    assertThat(year.sameDays()).isEqualTo(new Days(new HijriDate(longYear - 1, 1, 1).toLocalDate(), new HijriDate(longYear - 1, 12, 29).toLocalDate()));
    assertThat(year.before()).isEqualTo(year.sameDays());
    var next = Comparison.ofYear(today.plusDays(1), Reckoning.HIJRI, NOTHING);
    assertThat(next.days()).isEqualTo(new Days(today.plusDays(1), today.plusDays(1)));
    assertThat(next.before()).isEqualTo(year.days());
    assertThat(Comparison.ofMonth(today.plusDays(1), Reckoning.HIJRI, NOTHING).before().to()).isEqualTo(today);
  }

  @Test
  void inBothCalendarsMonthsFollowEachOtherWithoutAGap() {
    for (var calendar : Reckoning.values()) {
      var month = calendar.month(LocalDate.of(1990, 1, 1));
      for (int i = 0; i < 600; i++) {
        var next = calendar.month(month.to().plusDays(1));
        assertThat(next.from()).isEqualTo(month.to().plusDays(1));
        assertThat(calendar.month(next.to())).isEqualTo(next);
        assertThat(next.from().datesUntil(next.to().plusDays(1)).count()).isBetween(28L, 31L);
        month = next;
      }
    }
  }

  @Test
  void theBarsSpanHoldsEveryDayThatTheComparisonsNeed() {
    for (var calendar : Reckoning.values()) {
      for (var today = LocalDate.of(2026, 1, 1); today.getYear() < 2030; today = today.plusDays(1)) {
        var span = MonthBars.span(today, calendar);
        assertThat(Comparison.ofYear(today, calendar, NOTHING).before().from()).isAfterOrEqualTo(span.from());
        assertThat(Comparison.ofMonth(today, calendar, NOTHING).before().from()).isAfterOrEqualTo(span.from());
      }
    }
  }
}
