package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HijriDateTest {

  private static final LocalDate FIRST = LocalDate.of(1924, 8, 1);
  private static final LocalDate LAST = LocalDate.of(2077, 11, 16);

  @Test
  void theOfficialMonthStartsAreExactBothWays() {
    int rows = 0;
    for (var line : SharedData.lines("hijri/umm_al_qura_1431_1450.csv").stream().skip(1).toList()) {
      var fields = line.split(",");
      var hijri = new HijriDate(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
      assertThat(hijri.toLocalDate()).isEqualTo(fields[3]);
      assertThat(HijriDate.from(LocalDate.parse(fields[3]))).isEqualTo(hijri);
      rows++;
    }
    assertThat(rows).isEqualTo(240);
  }

  /** Issues of the newspaper Umm al-Qura before 1356, the university's comparison calendar to 1411, the printed calendars after. */
  @ParameterizedTest
  @CsvSource({"1343-01-01, 1924-08-01", "1343-05-15, 1924-12-12", "1343-10-15, 1925-05-08", "1344-03-14, 1925-10-02",
      "1356-01-01, 1937-03-14", "1356-12-01, 1938-02-01", "1364-08-01, 1945-07-11", "1364-09-01, 1945-08-08",
      "1400-01-01, 1979-11-20",
      "1411-12-01, 1991-06-13", "1420-01-01, 1999-04-17", "1430-12-10, 2009-11-27", "1433-12-29, 2012-11-14",
      "1434-01-01, 2012-11-15", "1447-01-01, 2025-06-26", "1447-09-01, 2026-02-18", "1448-06-12, 2026-11-22",
      "1451-04-01, 2029-08-11", "1500-12-01, 2077-10-18", "1500-12-30, 2077-11-16"})
  void aDayThatWasPrintedIsThatDay(String printed, LocalDate day) {
    assertThat(HijriDate.from(day)).hasToString(printed);
    assertThat(Dates.parse(printed)).isEqualTo(day);
  }

  @Test
  void everyDayOfTheCalendarFollowsTheOneBefore() {
    var day = FIRST;
    for (int year = 1343; year <= 1500; year++) {
      for (int month = 1; month <= 12; month++) {
        int length = new HijriDate(year, month, 1).lengthOfMonth();
        for (int d = 1; d <= length; d++, day = day.plusDays(1)) {
          var hijri = new HijriDate(year, month, d);
          if (!hijri.toLocalDate().equals(day) || !HijriDate.from(day).equals(hijri)) {
            throw new AssertionError(hijri + " is not " + day);
          }
        }
      }
    }
    assertThat(day).isEqualTo(LAST.plusDays(1));
  }

  /** The calendar was printed before the moon was seen and mended afterwards; since 1365 every month has 29 or 30 days. */
  @Test
  void monthsHaveTwentyNineOrThirtyDaysButForTheEightThatWereMended() {
    var mended = new ArrayList<String>();
    for (int year = 1343; year <= 1500; year++) {
      int days = 0;
      for (int month = 1; month <= 12; month++) {
        int length = new HijriDate(year, month, 1).lengthOfMonth();
        days += length;
        if (length != 29 && length != 30) {
          mended.add(year + "/" + month + ":" + length);
        }
      }
      assertThat(days).as("days of " + year).isBetween(353, 356);
    }
    assertThat(mended).containsExactly("1343/9:28", "1345/5:31", "1345/8:28", "1348/11:31", "1348/12:28", "1349/10:28",
        "1349/11:31", "1364/8:28");
  }

  /** Only there do Java's own tables follow the official calendar; that they differ elsewhere is why we carry it. */
  @Test
  void javasCalendarAgreesFrom1420To1450Only() {
    assertThat(yearsWhereJavaDiffers(1420, 1450)).isEmpty();
    assertThat(yearsWhereJavaDiffers(1356, 1419)).contains(1400, 1419);
    assertThat(yearsWhereJavaDiffers(1451, 1500)).hasSize(50);
  }

  private static List<Integer> yearsWhereJavaDiffers(int from, int to) {
    var years = new ArrayList<Integer>();
    for (int year = from; year <= to; year++) {
      for (int month = 1; month <= 12; month++) {
        var java = HijrahDate.of(year, month, 1);
        if (!LocalDate.from(java).equals(new HijriDate(year, month, 1).toLocalDate()) || java.get(ChronoField.YEAR) != year) {
          years.add(year);
          break;
        }
      }
    }
    return years;
  }

  @ParameterizedTest
  @CsvSource({"1447,13,1", "1447,0,1", "1447,1,0", "1447,1,31", "1447,2,30", "1342,12,29", "1501,1,1", "2147483647,1,1",
      "-1,1,1"})
  void aDayTheCalendarDoesNotHaveIsRefused(int year, int month, int day) {
    assertThatThrownBy(() -> new HijriDate(year, month, day)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void outsideTheCalendarItsRangeIsNamed() {
    for (var day : List.of(FIRST.minusDays(1), LAST.plusDays(1), LocalDate.MIN, LocalDate.MAX)) {
      assertThatThrownBy(() -> HijriDate.from(day)).isInstanceOf(DateTimeException.class).hasMessageContaining("1343-01-01 to 1500-12-30");
    }
    assertThatThrownBy(() -> new HijriDate(1500, 12, 30).plusMonths(1)).hasMessageContaining("1343-01-01 to 1500-12-30");
    assertThatThrownBy(() -> new HijriDate(1400, 1, 1).plusMonths(Long.MAX_VALUE)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aLaterMonthKeepsTheDayWhereItHasOne() {
    assertThat(new HijriDate(1447, 1, 30).lengthOfMonth()).isEqualTo(30);
    assertThat(new HijriDate(1447, 1, 30).plusMonths(1)).hasToString("1447-02-29");
    assertThat(new HijriDate(1447, 9, 1).plusMonths(12)).hasToString("1448-09-01");
    assertThat(new HijriDate(1447, 12, 5).plusMonths(1)).hasToString("1448-01-05");
    assertThat(new HijriDate(1447, 1, 5).plusMonths(-1)).hasToString("1446-12-05");
    assertThat(new HijriDate(1447, 3, 7).plusMonths(0)).isEqualTo(new HijriDate(1447, 3, 7));
  }

  @Test
  void hijriDatesStandInTheOrderOfTheirDays() {
    var random = new Random(2);
    int span = (int) (LAST.toEpochDay() - FIRST.toEpochDay());
    for (int i = 0; i < 5_000; i++) {
      var one = FIRST.plusDays(random.nextInt(span));
      var other = FIRST.plusDays(random.nextInt(span));
      assertThat(Integer.signum(HijriDate.from(one).compareTo(HijriDate.from(other)))).isEqualTo(Integer.signum(one.compareTo(other)));
    }
  }
}
