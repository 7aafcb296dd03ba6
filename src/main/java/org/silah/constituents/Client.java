package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;

/**
 * A client as other modules see one.
 *
 * @param language the language the client is written to in
 * @param officer the staff member who looks after the client
 */
public record Client(
    PartyId id, long fileNumber, ClientKind kind, String displayName, @Nullable String title, @Nullable String givenName,
    @Nullable Gender gender, Language language, @Nullable UUID officer) {

  public enum Gender {
    MALE, FEMALE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Gender of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
