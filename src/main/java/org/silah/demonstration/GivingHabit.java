package org.silah.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.silah.kernel.HijriDate;

/** How a donor gives over the years: every month, in Ramadan, now and then, once; and when they stop. */
enum GivingHabit {
  MONTHLY(7, 120), RAMADAN(24, 300), OCCASIONAL(42, 150), ONCE(25, 100), GREAT(2, 9_000);

  static final int YEARS = 6;

  private final int weight;
  /** In riyals; amounts spread around it, a few far above. */
  private final double usual;

  GivingHabit(int weight, double usual) {
    this.weight = weight;
    this.usual = usual;
  }

  static GivingHabit draw(RandomGenerator random) {
    int at = random.nextInt(100);
    for (var habit : values()) {
      at -= habit.weight;
      if (at < 0) {
        return habit;
      }
    }
    return ONCE;
  }

  /** Days of giving in the {@value #YEARS} years before {@code today}, oldest first. */
  List<LocalDate> days(LocalDate today, RandomGenerator random) {
    var first = today.minusYears(YEARS).plusDays(random.nextInt(YEARS * 365 - 20));
    // Somebody who lapses stops for good; most who give every month stay.
    var last = random.nextInt(100) < (this == MONTHLY ? 25 : 45) ? first.plusDays(90 + random.nextInt(900)) : today;
    var end = last.isAfter(today) ? today : last;
    var days = new ArrayList<LocalDate>();
    switch (this) {
      case MONTHLY -> {
        int day = 1 + random.nextInt(27);
        for (var at = first.withDayOfMonth(day); !at.isAfter(end); at = at.plusMonths(1)) {
          add(days, at, first, end);
        }
        ramadan(days, first, end, 60, random);
      }
      case RAMADAN -> ramadan(days, first, end, 92, random);
      case OCCASIONAL, GREAT -> {
        for (var at = first; !at.isAfter(end); at = at.plusDays(20 + random.nextInt(190))) {
          add(days, at, first, end);
        }
        ramadan(days, first, end, 55, random);
      }
      case ONCE -> add(days, first, first, today);
    }
    return days;
  }

  /** Minor units of the riyal: round sums, log-normal around the habit's usual one. */
  long amount(RandomGenerator random) {
    double riyals = usual * Math.exp(random.nextGaussian() * 0.9);
    long step = riyals < 100 ? 10 : riyals < 1_000 ? 50 : riyals < 10_000 ? 500 : 5_000;
    return Math.max(10, Math.round(riyals / step) * step) * 100;
  }

  private static void ramadan(List<LocalDate> days, LocalDate first, LocalDate end, int percent, RandomGenerator random) {
    int year = HijriDate.from(first).year();
    for (int i = 0; i <= YEARS + 1; i++) {
      var start = new HijriDate(year + i, 9, 1).toLocalDate();
      // the last ten nights most of all
      int offset = random.nextInt(2) == 0 ? 19 + random.nextInt(10) : random.nextInt(29);
      boolean gives = random.nextInt(100) < percent;
      if (gives) {
        add(days, start.plusDays(offset), first, end);
        if (random.nextInt(3) == 0) {
          add(days, start.plusDays(random.nextInt(29)), first, end);
        }
      }
    }
  }

  private static void add(List<LocalDate> days, LocalDate day, LocalDate first, LocalDate end) {
    if (!day.isBefore(first) && !day.isAfter(end)) {
      days.add(day);
    }
  }
}
