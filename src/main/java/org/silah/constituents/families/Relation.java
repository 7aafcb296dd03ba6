package org.silah.constituents.families;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.imports.ImportWords;
import org.silah.kernel.Unreadable;

/** What lists call somebody's place in a family: often it says whether it is a man or a woman too. */
enum Relation {
  HEAD(Position.HEAD, null), HEAD_WOMAN(Position.HEAD, Client.Gender.FEMALE),
  SPOUSE(Position.SPOUSE, null), WIFE(Position.SPOUSE, Client.Gender.FEMALE), HUSBAND(Position.SPOUSE, Client.Gender.MALE),
  CHILD(Position.CHILD, null), SON(Position.CHILD, Client.Gender.MALE), DAUGHTER(Position.CHILD, Client.Gender.FEMALE),
  DEPENDANT(Position.DEPENDANT, null), DEPENDANT_MAN(Position.DEPENDANT, Client.Gender.MALE), DEPENDANT_WOMAN(Position.DEPENDANT, Client.Gender.FEMALE);

  private final Position position;
  private final Client.@Nullable Gender gender;

  Relation(Position position, Client.@Nullable Gender gender) {
    this.position = position;
    this.gender = gender;
  }

  /** @throws Unreadable if it is no word for it */
  static Relation read(String text) {
    return of(ImportWords.read("relation", text));
  }

  static @Nullable Relation find(@Nullable String text) {
    var code = text == null ? null : ImportWords.find("relation", text);
    return code == null ? null : of(code);
  }

  static Relation of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Position position() {
    return position;
  }

  Client.@Nullable Gender gender() {
    return gender;
  }
}
