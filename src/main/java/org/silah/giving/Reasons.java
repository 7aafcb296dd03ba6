package org.silah.giving;

import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;

/** Why a gift is reversed, as people write it. */
final class Reasons {

  private static final int LONGEST = 500;

  private Reasons() {}

  /** @throws Mistakes if there is none, or more than 500 characters */
  static String read(@Nullable String typed) {
    var reason = typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (reason.isEmpty()) {
      throw Mistakes.of("reason", "giving.reversal.reason-missing");
    }
    if (reason.codePointCount(0, reason.length()) > LONGEST) {
      throw Mistakes.of("reason", "giving.reversal.reason-long", LONGEST);
    }
    return reason;
  }
}
