package org.silah.constituents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.NameKeys;
import org.silah.web.Language;

/**
 * The cover of a client's file: everything of which there is one.
 *
 * @param known values of the fields that have a column, as {@link FieldValues} reads and writes them
 * @param home the branch to which the client belongs
 * @param source where the client was first known from
 */
public record ClientFile(
    PartyId id, long fileNumber, ClientKind kind, @Nullable AgencyBearing bearing, Map<Field, String> known, boolean deceased, UUID home, String source,
    Instant createdAt, @Nullable String createdBy, Instant updatedAt) {

  public String displayName() {
    return known.get(Field.DISPLAY_NAME);
  }

  public @Nullable String latinName() {
    return known.get(Field.LATIN_NAME);
  }

  public Client.@Nullable Gender gender() {
    var gender = known.get(Field.GENDER);
    return gender == null ? null : Client.Gender.of(gender);
  }

  NameKeys nameKeys() {
    return NameKeys.of(displayName(), latinName());
  }

  Language language() {
    return Language.of(known.get(Field.LANGUAGE)).orElseThrow();
  }

  @Nullable UUID officer() {
    var officer = known.get(Field.OFFICER);
    return officer == null ? null : UUID.fromString(officer);
  }

  @Nullable LocalDate birthOn() {
    var day = known.get(Field.BIRTH_ON);
    return day == null ? null : LocalDate.parse(day);
  }

  /** Message key of the kind; an agency says which kind it is to us. */
  public String kindKey() {
    return "constituents.kind." + (bearing == null ? kind.code() : bearing.code());
  }

  ClientFile with(Field field, @Nullable String value) {
    var changed = new EnumMap<Field, String>(Field.class);
    changed.putAll(known);
    if (value == null) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new ClientFile(id, fileNumber, kind, bearing, changed, deceased, home, source, createdAt, createdBy, updatedAt);
  }
}
