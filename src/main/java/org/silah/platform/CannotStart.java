package org.silah.platform;

import java.util.List;

/** Why Silah does not start here, as a sentence of {@code messages/platform} and the values it names. */
public class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String reason;
  private final transient List<Object> values;

  CannotStart(String reason, Object... values) {
    super(reason + " " + List.of(values));
    this.reason = reason;
    this.values = List.of(values);
  }

  /** For the person at the terminal. */
  String sentence() {
    return Sentences.say("cannot-start." + reason, values.toArray());
  }
}
