package org.silah.constituents.lists;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Sql;

/** An order of the list of clients. Each has an index, so that the next page begins where the last one ended and none before is read. */
enum Sort {
  NAME("name"), NAME_BACK("-name"), NUMBER("number"), NUMBER_BACK("-number"), NEWEST("newest"), OLDEST("oldest"), CHANGED("changed"), CHANGED_BACK("-changed");

  private final String code;

  Sort(String code) {
    this.code = code;
  }

  static Sort of(@Nullable String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElse(NAME);
  }

  static boolean isKnown(String code) {
    return Arrays.stream(values()).anyMatch(one -> one.code.equals(code));
  }

  String code() {
    return code;
  }

  /** Message key of its name. */
  String label() {
    return "constituents.list.sort." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The same column the other way round. */
  Sort turned() {
    return switch (this) {
      case NAME -> NAME_BACK;
      case NAME_BACK -> NAME;
      case NUMBER -> NUMBER_BACK;
      case NUMBER_BACK -> NUMBER;
      case NEWEST -> OLDEST;
      case OLDEST -> NEWEST;
      case CHANGED -> CHANGED_BACK;
      case CHANGED_BACK -> CHANGED;
    };
  }

  boolean isBackwards() {
    return this == NAME_BACK || this == NUMBER_BACK || this == NEWEST || this == CHANGED;
  }

  Sql fromTheBeginning() {
    return switch (this) {
      case NAME -> Sql.of("order by p.name_key, p.id");
      case NAME_BACK -> Sql.of("order by p.name_key desc, p.id desc");
      case NUMBER -> Sql.of("order by p.file_number");
      case NUMBER_BACK -> Sql.of("order by p.file_number desc");
      case NEWEST -> Sql.of("order by p.id desc");
      case OLDEST -> Sql.of("order by p.id");
      case CHANGED -> Sql.of("order by p.updated_at desc, p.id desc");
      case CHANGED_BACK -> Sql.of("order by p.updated_at, p.id");
    };
  }

  Sql after(Place place) {
    return switch (this) {
      case NAME -> Sql.of("and (p.name_key, p.id) > (?, ?) order by p.name_key, p.id", place.key(), place.id());
      case NAME_BACK -> Sql.of("and (p.name_key, p.id) < (?, ?) order by p.name_key desc, p.id desc", place.key(), place.id());
      case NUMBER -> Sql.of("and p.file_number > ? order by p.file_number", place.number());
      case NUMBER_BACK -> Sql.of("and p.file_number < ? order by p.file_number desc", place.number());
      case NEWEST -> Sql.of("and p.id < ? order by p.id desc", place.id());
      case OLDEST -> Sql.of("and p.id > ? order by p.id", place.id());
      case CHANGED -> Sql.of("and (p.updated_at, p.id) < (?, ?) order by p.updated_at desc, p.id desc", place.moment(), place.id());
      case CHANGED_BACK -> Sql.of("and (p.updated_at, p.id) > (?, ?) order by p.updated_at, p.id", place.moment(), place.id());
    };
  }
}
