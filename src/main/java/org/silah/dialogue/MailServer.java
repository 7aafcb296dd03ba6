package org.silah.dialogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail.
 *
 * @param username null if it wants none
 */
record MailServer(String host, int port, Security security, @Nullable String username, @Nullable String password) {

  enum Security {
    /** Only for a server on the same machine or network. */
    NONE,
    /** Begins in the open, goes on encrypted or not at all. */
    STARTTLS,
    TLS;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Security of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return host + ":" + port + " " + security;
  }
}
