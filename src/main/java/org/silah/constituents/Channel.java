package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

public enum Channel {
  LETTER, EMAIL, CALL, FAX, SMS, WHATSAPP, PUSH, VISIT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
