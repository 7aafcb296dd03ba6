package org.silah.dialogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the charity set about its mail.
 *
 * @param server null: none yet, messages wait
 * @param unsubscribeMailbox an address to which clients may write to be written to no more, null for none
 */
record MailSetting(@Nullable MailServer server, @Nullable String unsubscribeMailbox, WhenUncertain whenUncertain) {

  /** What becomes of a message of which nobody knows whether it left. */
  enum WhenUncertain {
    HOLD, RESEND;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
