package org.silah.giving;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the giver intends with a gift. */
public enum Purpose {
  ZAKAT, SADAQAH, KAFALA, WAQF, GENERAL, PROJECT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its name: {@code giving.purpose.zakat}. */
  public String key() {
    return "giving.purpose." + code();
  }

  /** @throws IllegalArgumentException if there is no such purpose */
  public static Purpose of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
