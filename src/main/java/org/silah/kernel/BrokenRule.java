package org.silah.kernel;

import org.jspecify.annotations.Nullable;

/** A rule of the charity forbids this. Each rule is a subclass named after it; {@link #key} is its sentence's message key. */
public abstract class BrokenRule extends RuntimeException {

  private final String key;
  private final @Nullable Object[] args;

  protected BrokenRule(String key, @Nullable Object... args) {
    super(key);
    this.key = key;
    this.args = args.clone();
  }

  public String key() {
    return key;
  }

  /** For the places in the sentence. */
  public @Nullable Object[] args() {
    return args.clone();
  }
}
