package org.silah.constituents;

import java.util.Locale;

public enum ClientKind {
  PERSON, FAMILY, ORGANISATION, AGENCY, OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClientKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
