package org.silah.access;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the audit log names them.
 *
 * @param id the staff member's or API key's id, the command's name; null for the public and the system
 */
public record Actor(Kind kind, @Nullable String id) {

  public enum Kind { STAFF, API_KEY, COMMAND, SYSTEM, PUBLIC }

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);
  public static final Actor PUBLIC = new Actor(Kind.PUBLIC, null);

  /** What {@code recorded_by} columns hold, such as {@code staff:0190…}. */
  public String code() {
    var word = kind.name().toLowerCase(java.util.Locale.ROOT);
    return id == null ? word : word + ":" + id;
  }
}
