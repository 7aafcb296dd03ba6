package org.silah.constituents.families;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.silah.constituents.ClientKind;

/** What binds two clients; said of the first of them, who is the guardian, the employer, the decision maker of the second. */
enum TieKind {
  KIN, GUARDIAN, EMPLOYER, REFERRER, DECISION_MAKER, CONTACT, PARTNER;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TieKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether it is the same from both ends. */
  boolean mutual() {
    return this == PARTNER;
  }

  boolean suitsFirst(ClientKind kind) {
    return switch (this) {
      case KIN, DECISION_MAKER, CONTACT -> kind == ClientKind.PERSON;
      case GUARDIAN, EMPLOYER, REFERRER, PARTNER -> true;
    };
  }

  boolean suitsSecond(ClientKind kind) {
    return switch (this) {
      case KIN, GUARDIAN, EMPLOYER -> kind == ClientKind.PERSON;
      case DECISION_MAKER, CONTACT -> kind != ClientKind.PERSON && kind != ClientKind.FAMILY;
      case REFERRER, PARTNER -> true;
    };
  }

  /** Whether it ends with a death. Kin stay kin; who brought somebody, brought them. */
  boolean endsWithDeath() {
    return this != KIN && this != REFERRER;
  }

  boolean hasPost() {
    return this == EMPLOYER || this == DECISION_MAKER || this == CONTACT;
  }
}
