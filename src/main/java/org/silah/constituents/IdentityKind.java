package org.silah.constituents;

import java.util.Locale;

/** A number that somebody other than the charity's own base gave a client. */
public enum IdentityKind {
  NATIONAL_ID, RESIDENCE, PASSPORT, COMMERCIAL_REGISTER, LICENCE, BRANCH_FILE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static IdentityKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
