package org.silah.constituents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the charity wants to know of clients of some kinds, by the charity's own rule.
 *
 * @param item the code of a {@link Field}, or what is no field: {@code phone}, {@code consent}, {@code decision_maker} and so on
 * @param months how long it is good for; null for what does not age
 * @param seconds what it takes to ask for it in a call
 * @param asked whether the client can be asked for it by phone
 */
public record Wanted(String item, ProfilePanel.Group group, List<ClientKind> kinds, @Nullable Integer months, int seconds, boolean asked) {

  /** Whose day nobody says again: a role is taken and ended, an answer given anew, a head follows from what happened in the family. */
  private static final List<String> NEVER_OLD = List.of("role", "consent", "head");

  /** Message key of what it is called. */
  public static String key(String item) {
    return Field.of(item).isPresent() ? "constituents.field." + item : "constituents.wanted." + item;
  }

  public String key() {
    return key(item);
  }

  /** Whether it can grow old, and be confirmed. */
  public boolean ages() {
    return !NEVER_OLD.contains(item);
  }
}
