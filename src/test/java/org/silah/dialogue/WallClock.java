package org.silah.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Ten in the morning in Riyadh, on 22 November 2026, until somebody moves the hands. */
@TestComponent
@Primary
class WallClock extends Clock {

  static final Instant TEN = Instant.parse("2026-11-22T07:00:00Z");

  private volatile Instant now = TEN;

  void set(Instant instant) {
    now = instant;
  }

  void advance(Duration time) {
    now = now.plus(time);
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
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return WallClock.this.withZone(other);
      }
    };
  }
}
