package org.silah.constituents.likeness;

/** How far two values agree: NEAR is a slip of the hand away, LOOSE has much in common. */
public enum Level {
  SAME, NEAR, LOOSE, DIFFERENT;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
