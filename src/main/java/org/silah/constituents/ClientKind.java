package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

public enum ClientKind {
  PERSON, FAMILY, ORGANISATION, AGENCY, OTHER;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClientKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
