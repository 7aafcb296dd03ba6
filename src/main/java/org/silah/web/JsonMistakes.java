package org.silah.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.PropertyBindingException;

/** JSON that is well written but does not say what a request may say. */
final class JsonMistakes {

  private JsonMistakes() {}

  /** Nothing if it is not JSON at all. */
  static Optional<Mistakes> of(HttpMessageNotReadableException unread) {
    for (Throwable cause = unread.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Mistakes mistakes) {
        return Optional.of(mistakes);
      }
    }
    var unreadable = unread.getCause() instanceof StreamReadException && !(unread.getCause() instanceof InputCoercionException);
    return unread.getCause() instanceof JacksonException e && !unreadable && !e.getPath().isEmpty()
        ? Optional.of(of(e))
        : Optional.empty();
  }

  private static Mistakes of(JacksonException e) {
    var field = field(e.getPath());
    return switch (e.getCause()) {
      case Unreadable unreadable -> new Mistakes().add(field, unreadable);
      case BrokenRule rule -> new Mistakes().add(field, rule);
      case null, default -> Mistakes.of(field, e instanceof PropertyBindingException ? "web.invalid.unknown-field" : "web.invalid.value");
    };
  }

  private static String field(List<JacksonException.Reference> path) {
    return path.stream()
        .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
