package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a client is to the charity; several at once, each for a time. */
public enum ClientRole {
  BENEFICIARY, DONOR, VOLUNTEER, SUPPORTER, SUPERVISOR, PARTNER, EMPLOYEE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClientRole of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
