package org.silah.dialogue;

import java.util.Locale;

/** Why the gate holds a message. */
enum Obstacle {
  REMOVED, DECEASED, NO_ADDRESS, SUPPRESSED, REFUSED, NO_CONSENT, CAP;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Obstacle of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether a person may let the message pass nevertheless. What the client decided stays decided. */
  boolean mayBeReleased() {
    return this == CAP;
  }
}
