package org.silah.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the mail server does, as this program sees it. When it is in trouble no message is to blame: all wait, and one at a
 * time is tried, at most half a minute apart, so that the queue moves again soon after the server does.
 */
@Component
class Relay {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_DEFERRAL = Duration.ofMinutes(10);
  /** So many messages put off in a row, none taken between them, are the server's doing and not the recipients'. */
  private static final int TOO_MANY_DEFERRED = 3;
  private static final int HIGHEST_POWER = 10;

  /** @param since when the first failure after the last success was seen */
  record Trouble(String what, Instant since, Instant retryAt) {}

  private final Clock clock;
  private int failures;
  private int deferred;
  private @Nullable Trouble trouble;

  Relay(Clock clock) {
    this.clock = clock;
  }

  synchronized void works() {
    failures = 0;
    deferred = 0;
    trouble = null;
  }

  /** No connection, or one that broke. */
  synchronized void failed(String what) {
    failures++;
    stop(what);
  }

  /** The server put a message off that was tried {@code attempts} times. When to try it again. */
  synchronized Instant deferred(int attempts, String what) {
    deferred++;
    if (deferred >= TOO_MANY_DEFERRED) {
      failures++;
      stop(what);
    }
    return clock.instant().plus(power(attempts, trouble == null ? LONGEST_DEFERRAL : LONGEST_PAUSE));
  }

  /** Null when all is well, or nothing was tried yet. */
  synchronized @Nullable Trouble trouble() {
    return trouble;
  }

  /** How long nothing may be tried; zero when something may. */
  synchronized Duration pause() {
    if (trouble == null) {
      return Duration.ZERO;
    }
    var rest = Duration.between(clock.instant(), trouble.retryAt);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  /** How many messages may be taken at once: as many as wanted, or one to try with, by one courier. */
  synchronized int allowance(int wanted) {
    if (trouble == null) {
      return wanted;
    }
    if (trouble.retryAt.isAfter(clock.instant())) {
      return 0;
    }
    trouble = new Trouble(trouble.what, trouble.since, clock.instant().plus(power(failures, LONGEST_PAUSE)));
    return 1;
  }

  private void stop(String what) {
    var since = trouble == null ? clock.instant() : trouble.since;
    trouble = new Trouble(what, since, clock.instant().plus(power(failures, LONGEST_PAUSE)));
  }

  private static Duration power(int times, Duration longest) {
    var doubled = Duration.ofSeconds(1L << Math.clamp(times - 1, 0, HIGHEST_POWER));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
