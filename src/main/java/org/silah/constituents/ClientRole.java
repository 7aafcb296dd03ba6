package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client is to the charity; several at once, each for a time. */
public enum ClientRole {
  BENEFICIARY, DONOR, VOLUNTEER, SUPPORTER, SUPERVISOR, PARTNER, EMPLOYEE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its name; Arabic has one for women. */
  public String wordFor(Client.@Nullable Gender gender) {
    return "constituents.role." + code() + (gender == Client.Gender.FEMALE ? ".her" : "");
  }

  public static ClientRole of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
