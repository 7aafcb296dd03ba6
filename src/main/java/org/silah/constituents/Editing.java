package org.silah.constituents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form that is open on a profile.
 *
 * @param what the code of a field, or {@code phone}, {@code email}, {@code role} and so on; empty when none is open
 * @param typed what was typed so far, by box
 * @param mistakes sentences by box
 * @param holder the client who has the number that was typed
 */
record Editing(String what, Map<String, String> typed, Map<String, String> mistakes, @Nullable PartyId holder) {

  static Editing nothing() {
    return of("");
  }

  static Editing of(String what) {
    return new Editing(what, Map.of(), Map.of(), null);
  }

  boolean is(String what) {
    return this.what.equals(what);
  }

  boolean is(Field field) {
    return is(field.code());
  }

  String typed(String box) {
    return typed.getOrDefault(box, "");
  }

  String typed(String box, String otherwise) {
    return typed.getOrDefault(box, otherwise);
  }

  @Nullable String mistake(String box) {
    return mistakes.get(box);
  }
}
