package org.silah.constituents.knowing;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a client may be called: not after a no to calls about anything, and not without a number. */
enum Reach {
  CALL, REFUSED, NO_PHONE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Reach of(@Nullable String code) {
    return Arrays.stream(values()).filter(reach -> reach.code().equals(code)).findFirst().orElse(CALL);
  }
}
