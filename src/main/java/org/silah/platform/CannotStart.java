package org.silah.platform;

import java.util.List;
import java.util.Optional;
import org.silah.kernel.UnusableVariable;

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

  /** The reason that whoever runs Silah can be told in a sentence, if there is one. */
  static Optional<CannotStart> behind(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CannotStart reason -> {
          return Optional.of(reason);
        }
        case UnusableVariable variable -> {
          return Optional.of(new CannotStart("variable", variable.name()));
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /** For the person at the terminal. */
  String sentence() {
    return Sentences.say("cannot-start." + reason, values.toArray());
  }
}
