package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.Days;
import org.silah.constituents.PartyId;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;

/** Reads what the forms of families and ties have in common. */
final class Boxes {

  private static final String NEW = "new";

  private Boxes() {}

  /** Null for an empty box. */
  static @Nullable LocalDate day(@Nullable String typed, String box, LocalDate today) {
    try {
      return typed == null || typed.isBlank() ? null : Days.past(typed, today);
    } catch (Unreadable unreadable) {
      throw new Mistakes().add(box, unreadable);
    }
  }

  static LocalDate neededDay(@Nullable String typed, String box, LocalDate today) {
    var day = day(typed, box, today);
    if (day == null) {
      throw Mistakes.of(box, "constituents.text.missing");
    }
    return day;
  }

  /** @throws NoSuchElementException for what is no id, because an address without a page is all it is */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NoSuchElementException(e);
    }
  }

  /** One who was chosen from the results, or {@code new} and a name. */
  static Somebody somebody(@Nullable String chosen, @Nullable String text, Client.@Nullable Gender gender, String box) {
    return NEW.equals(chosen) ? Somebody.called(text, gender, null) : Somebody.known(chosen(chosen, box));
  }

  static PartyId chosen(@Nullable String typed, String box) {
    try {
      return PartyId.of(typed == null ? "" : typed);
    } catch (IllegalArgumentException e) {
      throw Mistakes.of(box, "constituents.member.choose");
    }
  }
}
