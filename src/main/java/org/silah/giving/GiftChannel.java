package org.silah.giving;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the money came. */
public enum GiftChannel {
  CASH, TRANSFER, CARD, CHEQUE, SMS, STANDING_ORDER, ONLINE, IN_PERSON, OTHER;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its name: {@code giving.channel.cash}. */
  public String key() {
    return "giving.channel." + code();
  }

  /** @throws IllegalArgumentException if there is no such channel */
  public static GiftChannel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
