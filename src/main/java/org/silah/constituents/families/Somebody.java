package org.silah.constituents.families;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.PartyId;

/** A person of a deed: a client we know, or one whose file the deed opens. */
record Somebody(@Nullable PartyId known, @Nullable String name, Client.@Nullable Gender gender, @Nullable LocalDate birthOn) {

  static Somebody known(PartyId person) {
    return new Somebody(person, null, null, null);
  }

  static Somebody called(@Nullable String name, Client.@Nullable Gender gender, @Nullable LocalDate birthOn) {
    return new Somebody(null, name == null ? "" : name, gender, birthOn);
  }
}
