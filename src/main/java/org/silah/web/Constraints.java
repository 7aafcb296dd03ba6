package org.silah.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Jakarta's constraints as mistakes in our own words. */
final class Constraints {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z])");
  private static final Map<String, String> SENTENCES = Map.ofEntries(
      Map.entry("NotNull", "web.invalid.required"),
      Map.entry("NotBlank", "web.invalid.required"),
      Map.entry("NotEmpty", "web.invalid.required"),
      Map.entry("Email", "kernel.email.unreadable"));

  private Constraints() {}

  static Mistakes mistakes(BindingResult form) {
    var mistakes = new Mistakes();
    form.getAllErrors().forEach(error -> add(mistakes, error instanceof FieldError field ? name(field.getField()) : "", error));
    return mistakes;
  }

  static Mistakes mistakes(HandlerMethodValidationException call) {
    var mistakes = new Mistakes();
    for (var parameter : call.getParameterValidationResults()) {
      for (var error : parameter.getResolvableErrors()) {
        var field = error instanceof FieldError inside ? inside.getField() : parameter.getMethodParameter().getParameterName();
        add(mistakes, name(Objects.requireNonNullElse(field, "")), error);
      }
    }
    return mistakes;
  }

  /** As the API calls it: {@code phones[0].number}, {@code given_on}. */
  static String name(String property) {
    return HUMP.matcher(property).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }

  private static void add(Mistakes mistakes, String field, MessageSourceResolvable error) {
    var code = code(error);
    if ("Size".equals(code)) {
      var atLeast = argument(error, 2);
      mistakes.add(field, Integer.valueOf(0).equals(atLeast) ? "web.invalid.too-long" : "web.invalid.length", argument(error, 1), atLeast);
    } else if (error.getDefaultMessage() != null && error.getDefaultMessage().matches("[a-z]+\\.[a-z.-]+")) {
      mistakes.add(field, error.getDefaultMessage());
    } else {
      mistakes.add(field, SENTENCES.getOrDefault(code, "web.invalid.value"));
    }
  }

  private static String code(MessageSourceResolvable error) {
    if (error instanceof ObjectError object) {
      return Objects.requireNonNullElse(object.getCode(), "");
    }
    var codes = error.getCodes();
    return codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
  }

  private static @Nullable Object argument(MessageSourceResolvable error, int index) {
    var arguments = error.getArguments();
    return arguments == null ? null : Arrays.asList(arguments).get(index);
  }
}
