package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a government agency is to the charity: it supports it, or it supervises it. */
public enum AgencyBearing {
  SUPPORTING, SUPERVISING;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AgencyBearing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
