package org.silah.insight;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.silah.kernel.HijriDate;
import org.silah.web.Language;
import org.silah.web.Pages;
import org.springframework.web.util.WebUtils;

/** The calendar in which months and years are told. Whoever never chose reads Hijri in Arabic and Gregorian in English. */
enum Reckoning {
  HIJRI {
    @Override
    LocalDate monthBegin(LocalDate day) {
      var hijri = HijriDate.from(day);
      return new HijriDate(hijri.year(), hijri.month(), 1).toLocalDate();
    }

    @Override
    LocalDate yearBegin(LocalDate day) {
      return new HijriDate(HijriDate.from(day).year(), 1, 1).toLocalDate();
    }

    @Override
    LocalDate minusMonths(LocalDate day, int months) {
      return HijriDate.from(day).plusMonths(-months).toLocalDate();
    }
  },
  GREGORIAN {
    @Override
    LocalDate monthBegin(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    LocalDate yearBegin(LocalDate day) {
      return day.withDayOfYear(1);
    }

    @Override
    LocalDate minusMonths(LocalDate day, int months) {
      return day.minusMonths(months);
    }
  };

  static final String COOKIE = "calendar";

  abstract LocalDate monthBegin(LocalDate day);

  abstract LocalDate yearBegin(LocalDate day);

  /** The same date of an earlier month, or that month's last day where it is shorter. */
  abstract LocalDate minusMonths(LocalDate day, int months);

  /** The whole month that {@code day} lies in. In neither calendar is a month longer than 31 days or shorter than 28. */
  Days month(LocalDate day) {
    var begin = monthBegin(day);
    return new Days(begin, monthBegin(begin.plusDays(31)).minusDays(1));
  }

  /** The whole year before the one that {@code day} lies in. */
  Days yearBefore(LocalDate day) {
    var end = yearBegin(day).minusDays(1);
    return new Days(yearBegin(end), end);
  }

  Figure fresh() {
    return this == HIJRI ? Figure.NEW_HIJRI : Figure.NEW_GREGORIAN;
  }

  Figure existing() {
    return this == HIJRI ? Figure.EXISTING_HIJRI : Figure.EXISTING_GREGORIAN;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Reckoning> of(String code) {
    return switch (code) {
      case "hijri" -> Optional.of(HIJRI);
      case "gregorian" -> Optional.of(GREGORIAN);
      default -> Optional.empty();
    };
  }

  static Reckoning chosen(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue).flatMap(Reckoning::of)
        .orElse(Pages.language(request) == Language.AR ? HIJRI : GREGORIAN);
  }
}
