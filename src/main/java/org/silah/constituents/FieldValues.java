package org.silah.constituents;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.StaffMembers;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Digits;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;
import org.springframework.stereotype.Component;

/** Reads what was typed into a field as the value that is kept: ISO days, codes, cleaned text. */
@Component
class FieldValues {

  private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Set<Field> NEEDED = Set.of(Field.DISPLAY_NAME, Field.LANGUAGE);
  static final int SHORT = 500;
  static final int LONG = 4_000;

  private final StaffMembers staff;
  private final Recording recording;

  FieldValues(StaffMembers staff, Recording recording) {
    this.staff = staff;
    this.recording = recording;
  }

  /**
   * Null for nothing, where nothing may be.
   *
   * @throws Unreadable if it is no value of this field
   */
  @Nullable String read(Field field, @Nullable String typed) {
    if (field == Field.DISPLAY_NAME) {
      return Typed.name(typed == null ? "" : typed);
    }
    var text = Typed.optional(typed, field.input() == Field.Input.LONG ? LONG : SHORT);
    if (text == null && NEEDED.contains(field)) {
      throw new Unreadable("constituents.text.missing");
    }
    return text == null ? null : value(field, text);
  }

  private String value(Field field, String text) {
    return switch (field.input()) {
      case NAME -> Typed.name(text);
      case TEXT -> PersonName.clean(text);
      case LONG -> text;
      case CHOICE -> among(field.choices().contains(text), text);
      case DAY -> Days.past(text, recording.today()).toString();
      case NUMBER -> number(text);
      case COUNTRY -> among(COUNTRIES.contains(text), text);
      case STAFF -> among(isStaff(text), text);
    };
  }

  private static String number(String text) {
    var digits = Digits.toAscii(text);
    if (!digits.matches("\\d{1,3}")) {
      throw new Unreadable("constituents.number.unreadable");
    }
    return String.valueOf(Integer.parseInt(digits));
  }

  private boolean isStaff(String text) {
    try {
      return staff.find(UUID.fromString(text)).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String among(boolean known, String text) {
    if (!known) {
      throw new Unreadable("constituents.choice.unknown");
    }
    return text;
  }
}
