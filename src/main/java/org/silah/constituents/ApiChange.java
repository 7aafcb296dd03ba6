package org.silah.constituents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;
import org.silah.web.Told;

/**
 * What another program changes of a client: fields that are absent stay, those that are null are emptied.
 *
 * @param facts by the codes of the catalogue, each a text or null
 * @param custom by the codes of the charity's own fields
 */
record ApiChange(
    @Schema(maxLength = 500) @Nullable Told name, @Schema(maxLength = 500) @Nullable Told latinName, @Schema(maxLength = 500) @Nullable Told title,
    @Schema(maxLength = 500) @Nullable Told givenName, @Schema(allowableValues = {"male", "female"}) @Nullable Told gender,
    @Schema(format = "date") @Nullable Told birthOn, @Schema(pattern = "^[A-Z]{2}$") @Nullable Told nationality,
    @Schema(allowableValues = {"ar", "en"}) @Nullable Told language, @Schema(format = "uuid") @Nullable Told officerId,
    @Nullable Map<String, Told> facts, @Nullable Map<String, @Nullable Object> custom) {

  Map<String, @Nullable Object> more() {
    return custom == null ? Map.of() : custom;
  }

  /** @throws Mistakes for a fact that no client of this kind has */
  Map<Field, String> read(ClientKind kind) {
    var read = new EnumMap<Field, String>(Field.class);
    put(read, kind, Field.DISPLAY_NAME, "name", name);
    put(read, kind, Field.LATIN_NAME, "latin_name", latinName);
    put(read, kind, Field.TITLE, "title", title);
    put(read, kind, Field.GIVEN_NAME, "given_name", givenName);
    put(read, kind, Field.GENDER, "gender", gender);
    put(read, kind, Field.BIRTH_ON, "birth_on", birthOn);
    put(read, kind, Field.NATIONALITY, "nationality", nationality);
    put(read, kind, Field.LANGUAGE, "language", language);
    put(read, kind, Field.OFFICER, "officer_id", officerId);
    if (facts != null) {
      facts.forEach((code, value) -> {
        var field = Field.of(code).filter(known -> known.column() == null)
            .orElseThrow(() -> Mistakes.of("facts." + code, "web.invalid.unknown-field"));
        put(read, kind, field, "facts." + code, value);
      });
    }
    return read;
  }

  /** What the API calls a field. */
  static String path(String code) {
    return switch (code) {
      case "display_name" -> "name";
      case "officer" -> "officer_id";
      default -> Field.of(code).filter(field -> field.column() == null).map(field -> "facts." + code).orElse(code);
    };
  }

  private static void put(Map<Field, String> read, ClientKind kind, Field field, String path, @Nullable Told value) {
    if (value == null) {
      return;
    }
    if (!field.suits(kind)) {
      throw Mistakes.of(path, "constituents.field.not-of-kind");
    }
    read.put(field, value.text() == null ? "" : value.text());
  }
}
