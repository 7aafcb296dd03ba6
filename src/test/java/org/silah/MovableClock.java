package org.silah;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

  private volatile Instant now = Instant.parse("2026-11-22T09:00:00Z");

  /** Noon of {@code day} at a charity in Riyadh. */
  public void moveTo(LocalDate day) {
    now = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.ofHours(3));
  }

  public void forward(java.time.Duration some) {
    now = now.plus(some);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  /** For {@code @Import}: the application goes by such a clock. */
  @TestConfiguration
  public static class OnTheWall {

    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock();
    }
  }
}
