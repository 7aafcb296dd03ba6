package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a message is about, as a client consents to it.
 * Thanks answer a gift and need only that the client has not refused; the others need a yes.
 */
public enum Topic {
  THANKS(false), PROGRESS(true), OCCASIONS(true), APPEALS(true), SURVEYS(true);

  private final boolean needsYes;

  Topic(boolean needsYes) {
    this.needsYes = needsYes;
  }

  public boolean needsYes() {
    return needsYes;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Topic of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
