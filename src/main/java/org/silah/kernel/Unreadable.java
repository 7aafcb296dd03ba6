package org.silah.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed is not what it should be. {@link #code} is a message key; {@link #getMessage} is the same sentence
 * in English. Neither holds the text itself, which may be private.
 */
public class Unreadable extends RuntimeException {

  public final String code;
  public final @Nullable Object[] args;

  /** No stack trace: this is about the input, and lists bring it by the thousand. */
  public Unreadable(String code, @Nullable Object... args) {
    super(code, null, false, false);
    this.code = code;
    this.args = args.clone();
  }

  public String code() {
    return code;
  }

  public @Nullable Object[] args() {
    return args.clone();
  }

  @Override
  public String getMessage() {
    return in(Locale.ENGLISH);
  }

  /** The sentence in Arabic or English. */
  public String in(Locale language) {
    return Sentences.in(language).of(code, args);
  }
}
