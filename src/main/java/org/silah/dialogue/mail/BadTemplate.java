package org.silah.dialogue.mail;

import org.jspecify.annotations.Nullable;
import org.silah.kernel.Unreadable;

/** A text of a message that cannot be used, with the place. {@code line} counts from 1; 0 means the whole. */
public final class BadTemplate extends Unreadable {

  private static final long serialVersionUID = 1;

  public final int line;

  /** @param reason last part of {@code dialogue.template.bad.…}; its first argument is the line */
  public BadTemplate(String reason, int line, @Nullable Object detail) {
    super("dialogue.template.bad." + reason, line, detail == null ? "" : detail);
    this.line = line;
  }
}
