package org.silah.constituents;

import java.util.Locale;

public enum Channel {
  LETTER, EMAIL, CALL, FAX, SMS, WHATSAPP, PUSH, VISIT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
