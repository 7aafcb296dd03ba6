package org.silah.constituents.fields;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the values of a field are. Each has a column of its own in {@code constituents.custom_value}. */
enum FieldType {
  TEXT, LONG, NUMBER, MONEY, DATE, CHOICE, CHOICES, FLAG, FILE, CLIENT;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FieldType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  boolean hasOptions() {
    return this == CHOICE || this == CHOICES;
  }

  /** Whether clients may be found by it. */
  boolean isFound() {
    return this == TEXT || this == NUMBER || hasOptions();
  }

  /** Whether another field may be needed because of its value. */
  boolean decides() {
    return this == FLAG || hasOptions();
  }

  /** Whether it travels in lists: files do not. */
  boolean travels() {
    return this != FILE;
  }
}
