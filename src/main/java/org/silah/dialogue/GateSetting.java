package org.silah.dialogue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the gate holds to.
 *
 * @param quietFrom start of the hours in which nobody is written to, local time of the charity; equal to {@code quietUntil}: none
 * @param capMessages how many messages a client gets at most within {@code capDays} days
 */
record GateSetting(LocalTime quietFrom, LocalTime quietUntil, int capMessages, int capDays) {

  /** When the quiet hours end that {@code now} lies in. */
  Optional<Instant> quietUntil(Instant now, ZoneId zone) {
    var local = now.atZone(zone);
    if (!isQuiet(local.toLocalTime())) {
      return Optional.empty();
    }
    var end = local.toLocalDate().atTime(quietUntil).atZone(zone);
    return Optional.of((end.toInstant().isAfter(now) ? end : local.toLocalDate().plusDays(1).atTime(quietUntil).atZone(zone)).toInstant());
  }

  private boolean isQuiet(LocalTime time) {
    if (quietFrom.equals(quietUntil)) {
      return false;
    }
    return quietFrom.isBefore(quietUntil)
        ? !time.isBefore(quietFrom) && time.isBefore(quietUntil)
        : !time.isBefore(quietFrom) || time.isBefore(quietUntil);
  }
}
