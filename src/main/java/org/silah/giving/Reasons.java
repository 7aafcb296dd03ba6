package org.silah.giving;

import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;
import org.silah.web.Words;

/** Why a gift is reversed, as people write it. */
final class Reasons {

  /** Of every gift of an import that was undone. */
  static final String UNDONE = "import undone";
  static final int LONGEST = 500;

  private Reasons() {}

  /** As people read it: what we wrote ourselves is said in their language. */
  static String told(String reason, Words words) {
    return reason.equals(UNDONE) ? words.get("giving.reversal.undone") : reason;
  }

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
