package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A number that somebody other than the charity's own base gave a client. */
public enum IdentityKind {
  NATIONAL_ID, RESIDENCE, PASSPORT, COMMERCIAL_REGISTER, LICENCE, BRANCH_FILE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static IdentityKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
