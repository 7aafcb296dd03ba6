package org.silah.constituents.likeness;

import java.util.Set;

/**
 * What two records must share at least one of to be compared at all. A stored key is a number whose first four bits are the
 * kind, so that keys of one kind stand together.
 */
public enum Key {
  IDENTITY(Evidence.IDENTITY),
  PHONE(Evidence.PHONE),
  EMAIL(Evidence.EMAIL),
  /** Given name and family, either first: some lists turn them. */
  ENDS(Evidence.GIVEN, Evidence.FAMILY),
  /** Given name and father's. */
  LINE(Evidence.GIVEN, Evidence.MIDDLE),
  /** Day of birth and one of the names. */
  BIRTH(Evidence.BIRTH, Evidence.GIVEN, Evidence.FAMILY),
  /** Number of the house and street. */
  HOUSE(Evidence.ADDRESS);

  private static final int SHIFT = 60;

  private final Set<Evidence> evidence;

  Key(Evidence... evidence) {
    this.evidence = Set.of(evidence);
  }

  long of(String value) {
    // FNV-1a, and a last stir because similar texts differ in few bits
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return (long) ordinal() << SHIFT | (hash ^ hash >>> 32) >>> 4;
  }

  public static Key of(long key) {
    return values()[(int) (key >>> SHIFT)];
  }

  boolean isMadeOf(Evidence some) {
    return evidence.contains(some);
  }
}
