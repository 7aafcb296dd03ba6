package org.silah.constituents;

import static org.silah.constituents.Field.Input.CHOICE;
import static org.silah.constituents.Field.Input.COUNTRY;
import static org.silah.constituents.Field.Input.DAY;
import static org.silah.constituents.Field.Input.LONG;
import static org.silah.constituents.Field.Input.NAME;
import static org.silah.constituents.Field.Input.NUMBER;
import static org.silah.constituents.Field.Input.STAFF;
import static org.silah.constituents.Field.Input.TEXT;
import static org.silah.constituents.ProfilePanel.Group.AFTER_DEALING;
import static org.silah.constituents.ProfilePanel.Group.ATTITUDES;
import static org.silah.constituents.ProfilePanel.Group.BEFORE_DEALING;
import static org.silah.constituents.ProfilePanel.Group.CLASS;
import static org.silah.constituents.ProfilePanel.Group.DEALING;
import static org.silah.constituents.ProfilePanel.Group.DUES;
import static org.silah.constituents.ProfilePanel.Group.EXPECTED;
import static org.silah.constituents.ProfilePanel.Group.IDENTITY;
import static org.silah.constituents.ProfilePanel.Group.PERSONAL;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.access.Sensitive;

/**
 * One thing there is to know about a client that a person writes down: what the nine groups of the profile are made of,
 * beside what other modules know. Its code is that of {@code constituents.fact}; its words are {@code constituents.field.<code>}.
 */
public enum Field {
  DISPLAY_NAME(IDENTITY, NAME, Who.ALL, "display_name"),
  LATIN_NAME(IDENTITY, TEXT, Who.ALL, "latin_name"),
  TITLE(IDENTITY, TEXT, Who.PERSONS, "title"),
  GIVEN_NAME(IDENTITY, TEXT, Who.PERSONS, "given_name"),
  GENDER(IDENTITY, CHOICE, Who.PERSONS, "gender", "male", "female"),
  BIRTH_ON(IDENTITY, DAY, Who.PERSONS, "birth_on"),
  NATIONALITY(IDENTITY, COUNTRY, Who.PERSONS, "nationality"),
  LANGUAGE(IDENTITY, CHOICE, Who.ALL, "language", "ar", "en"),

  OFFICER(CLASS, STAFF, Who.ALL, "officer_id"),
  IMPORTANCE(CLASS, CHOICE, Who.ALL, null, "key", "important", "usual"),
  IMPORTANCE_REASON(CLASS, TEXT, Who.ALL, null),

  OCCUPATION(PERSONAL, TEXT, Who.PERSONS, null),
  EMPLOYER(PERSONAL, TEXT, Who.PERSONS, null),
  EDUCATION(PERSONAL, CHOICE, Who.PERSONS, null, "none", "primary", "intermediate", "secondary", "diploma", "bachelor", "postgraduate"),
  MARITAL_STATUS(PERSONAL, CHOICE, Who.PERSONS, null, "single", "married", "divorced", "widowed"),
  DEPENDANTS(PERSONAL, NUMBER, Who.PEOPLE, null),
  HOUSING(PERSONAL, CHOICE, Who.PEOPLE, null, "owned", "rented", "with_family", "provided"),
  INTERESTS(PERSONAL, TEXT, Who.PERSONS, null),
  HEALTH(PERSONAL, LONG, Who.PEOPLE, null),
  RELIGION(PERSONAL, TEXT, Who.PERSONS, null),
  PARENTAGE(PERSONAL, CHOICE, Who.PERSONS, null, "known", "one_unknown", "both_unknown"),
  PARENTAGE_REMARK(PERSONAL, LONG, Who.PERSONS, null),
  ACTIVITY(PERSONAL, TEXT, Who.BODIES, null),
  SIZE(PERSONAL, CHOICE, Who.BODIES, null, "small", "medium", "large"),
  DECISION_STYLE(PERSONAL, CHOICE, Who.BODIES, null, "one_person", "committee", "board", "procedure"),

  FIRST_HEARD(BEFORE_DEALING, CHOICE, Who.ALL, null, "referral", "social_media", "website", "event", "mosque", "media", "branch", "other"),
  EARLIER_CONTACTS(BEFORE_DEALING, LONG, Who.ALL, null),
  PREFERRED_CHANNEL(BEFORE_DEALING, CHOICE, Who.ALL, null, "call", "whatsapp", "sms", "email", "visit", "letter"),
  PREFERRED_TIME(BEFORE_DEALING, CHOICE, Who.ALL, null, "morning", "noon", "afternoon", "evening", "weekend"),
  SUITABLE_MEDIUM(BEFORE_DEALING, TEXT, Who.ALL, null),
  MATERIAL_SENT(BEFORE_DEALING, LONG, Who.ALL, null),

  FIRST_DEALING(DEALING, DAY, Who.ALL, null),
  DEALING_FREQUENCY(DEALING, CHOICE, Who.ALL, null, "daily", "weekly", "monthly", "seasonal", "yearly", "rarely"),
  DEALING_ABOUT(DEALING, TEXT, Who.ALL, null),

  SATISFACTION(AFTER_DEALING, CHOICE, Who.ALL, null, "very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"),
  COMPLAINT(AFTER_DEALING, LONG, Who.ALL, null),
  STOP_REASON(AFTER_DEALING, TEXT, Who.ALL, null),

  EXPECTED_KIND(EXPECTED, TEXT, Who.ALL, null),
  EXPECTED_TIME(EXPECTED, TEXT, Who.ALL, null),
  EXPECTED_PLACE(EXPECTED, TEXT, Who.ALL, null),
  EXPECTED_MEDIUM(EXPECTED, TEXT, Who.ALL, null),

  BALANCE(DUES, TEXT, Who.ALL, null),
  LATENESS(DUES, TEXT, Who.ALL, null),
  PAYMENT_BEHAVIOUR(DUES, CHOICE, Who.ALL, null, "regular", "sometimes_late", "often_late", "stopped"),

  ATTITUDE(ATTITUDES, LONG, Who.ALL, null),
  FIT_WITH_MISSION(ATTITUDES, CHOICE, Who.ALL, null, "strong", "partial", "weak"),
  CAUSES(ATTITUDES, TEXT, Who.ALL, null),
  SENSITIVITIES(ATTITUDES, TEXT, Who.ALL, null);

  public enum Input { NAME, TEXT, LONG, CHOICE, DAY, NUMBER, COUNTRY, STAFF }

  private enum Who {
    ALL(ClientKind.values()),
    PERSONS(ClientKind.PERSON),
    PEOPLE(ClientKind.PERSON, ClientKind.FAMILY),
    BODIES(ClientKind.ORGANISATION, ClientKind.AGENCY, ClientKind.OTHER);

    final List<ClientKind> kinds;

    Who(ClientKind... kinds) {
      this.kinds = List.of(kinds);
    }
  }

  private final ProfilePanel.Group group;
  private final Input input;
  private final Who who;
  private final @Nullable String column;
  private final List<String> choices;

  Field(ProfilePanel.Group group, Input input, Who who, @Nullable String column, String... choices) {
    this.group = group;
    this.input = input;
    this.who = who;
    this.column = column;
    this.choices = List.of(choices);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Field> of(String code) {
    return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst();
  }

  /** In the order in which the profile asks for them. */
  static List<Field> of(ProfilePanel.Group group, ClientKind kind) {
    return Arrays.stream(values()).filter(field -> field.group == group && field.suits(kind)).toList();
  }

  public boolean suits(ClientKind kind) {
    return who.kinds.contains(kind);
  }

  /** Which right it takes to look at it and to write it; null for none. */
  public @Nullable Sensitive sensitive() {
    return switch (this) {
      case HEALTH -> Sensitive.HEALTH;
      case RELIGION -> Sensitive.RELIGION;
      case PARENTAGE, PARENTAGE_REMARK -> Sensitive.PARENTAGE;
      default -> null;
    };
  }

  ProfilePanel.Group group() {
    return group;
  }

  public Input input() {
    return input;
  }

  /** The column of {@code party} that holds the present value; null if only the fact does. */
  public @Nullable String column() {
    return column;
  }

  /** The codes to choose from, none for what is written freely. */
  public List<String> choices() {
    return choices;
  }
}
