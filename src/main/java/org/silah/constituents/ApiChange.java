package org.silah.constituents;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;
import tools.jackson.databind.JsonNode;

/**
 * What another program changes of a client: fields that are absent stay, those that are null are emptied.
 *
 * @param facts by the codes of the catalogue, each a text or null
 */
record ApiChange(
    @Nullable JsonNode name, @Nullable JsonNode latinName, @Nullable JsonNode title, @Nullable JsonNode givenName, @Nullable JsonNode gender,
    @Nullable JsonNode birthOn, @Nullable JsonNode nationality, @Nullable JsonNode language, @Nullable JsonNode officerId,
    @Nullable Map<String, JsonNode> facts) {

  /** @throws Mistakes for a fact that no client of this kind has, and for what is no text */
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

  private static void put(Map<Field, String> read, ClientKind kind, Field field, String path, @Nullable JsonNode value) {
    if (value == null) {
      return;
    }
    if (!field.suits(kind) || !value.isString() && !value.isNull()) {
      throw Mistakes.of(path, "web.invalid.value");
    }
    read.put(field, value.isNull() ? "" : value.stringValue());
  }
}
