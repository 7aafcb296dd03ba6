package org.silah.demonstration;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.silah.kernel.HijriDate;

/** How a donor gives over the years: every month, in Ramadan, now and then, once; and when they stop. */
enum GivingHabit {
  MONTHLY(9, 150), RAMADAN(26, 350), OCCASIONAL(41, 130), ONCE(22, 100), GREAT(2, 5_000);

  static final int YEARS = 6;
  /** Some gave already before the years that the list is of. */
  private static final int DAYS_BEFORE = 2 * 365;

  private final int weight;
  /** In riyals; what donors usually give spreads around it, a few far above. */
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

  /** Days of giving in the {@value #YEARS} years before {@code today}, as days of the epoch, oldest first; at least one, none twice. */
  long[] days(LocalDate today, RandomGenerator random) {
    long last = today.toEpochDay();
    long start = today.minusYears(YEARS).toEpochDay() + 1;
    if (this == ONCE) {
      return new long[] {random.nextLong(start, last + 1)};
    }
    long begun = random.nextLong(start - DAYS_BEFORE, last - 20);
    long first = Math.max(begun, start + random.nextInt(30));
    // Somebody who lapses stops for good; most who give every month stay.
    long stopped = random.nextInt(100) < (this == MONTHLY ? 30 : 45) ? begun + 90 + random.nextInt(1_200) : last;
    long end = Math.min(last, Math.max(stopped, first + 20));
    var days = LongStream.builder();
    switch (this) {
      case MONTHLY -> monthly(days, first, end, random);
      case RAMADAN -> ramadan(days, first, end, 92, random);
      case OCCASIONAL, GREAT -> {
        occasional(days, first, end, random);
        ramadan(days, first, end, 60, random);
      }
      case ONCE -> {}
    }
    var given = days.build().filter(day -> day >= first && day <= end).sorted().distinct().toArray();
    return given.length == 0 ? new long[] {first} : given;
  }

  /** Riyals that one donor usually gives at a time. */
  double usually(RandomGenerator random) {
    return round(usual * Math.exp(random.nextGaussian()));
  }

  /** A round sum around what its giver usually gives: those who give every month give the same, more now and then in Ramadan. */
  long riyals(double usually, boolean ramadan, RandomGenerator random) {
    boolean more = ramadan && random.nextInt(4) == 0;
    return this == MONTHLY ? round(more ? usually * (2 + random.nextInt(4)) : usually)
        : round(usually * (more ? 2 : 1) * Math.exp(random.nextGaussian() * 0.6));
  }

  private static long round(double riyals) {
    long step = riyals < 100 ? 10 : riyals < 1_000 ? 50 : riyals < 10_000 ? 500 : 5_000;
    return Math.max(10, Math.round(riyals / step) * step);
  }

  private static void monthly(LongStream.Builder days, long first, long end, RandomGenerator random) {
    int day = 1 + random.nextInt(27);
    for (var at = LocalDate.ofEpochDay(first).withDayOfMonth(day); at.toEpochDay() <= end; at = at.plusMonths(1)) {
      days.add(at.toEpochDay());
    }
    ramadan(days, first, end, 50, random);
  }

  /** Each in a rhythm of their own: a few give every week, more of them twice a year. */
  private static void occasional(LongStream.Builder days, long first, long end, RandomGenerator random) {
    double rhythm = Math.max(7, 115 * Math.exp(random.nextGaussian() * 0.8));
    for (double at = first; at <= end; at += 2 - rhythm * Math.log(1 - random.nextDouble())) {
      days.add((long) at);
    }
  }

  private static void ramadan(LongStream.Builder days, long first, long end, int percent, RandomGenerator random) {
    int year = HijriDate.from(LocalDate.ofEpochDay(first)).year();
    for (long start = ramadan(year); start <= end; start = ramadan(++year)) {
      if (random.nextInt(100) < percent) {
        do {
          // the last ten nights most of all
          days.add(start + (random.nextInt(2) == 0 ? 19 + random.nextInt(10) : random.nextInt(29)));
        } while (random.nextInt(5) < 2);
      }
    }
  }

  private static long ramadan(int year) {
    return new HijriDate(year, 9, 1).toLocalDate().toEpochDay();
  }
}
