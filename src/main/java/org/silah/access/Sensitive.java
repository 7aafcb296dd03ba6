package org.silah.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Facts of a client that can do harm in the wrong hands: only roles that hold the right may look at them, and write them. */
public enum Sensitive {
  HEALTH, RELIGION, PARENTAGE, PROTECTED_ADDRESS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Sensitive> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
