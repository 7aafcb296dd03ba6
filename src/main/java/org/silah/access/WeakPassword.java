package org.silah.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.silah.kernel.BrokenRule;

/** A password that others would guess: too short, the person's own name, or one of those that everybody takes. */
class WeakPassword extends BrokenRule {

  static final int SHORTEST = 12;
  /** bcrypt reads no more; some 36 Arabic letters. */
  static final int MOST_BYTES = 72;
  private static final int FEWEST_DIFFERENT = 5;
  private static final int NAME_TO_LOOK_FOR = 4;
  private static final Set<String> COMMON = common();

  private WeakPassword(String key, Object... args) {
    super(key, args);
  }

  /** @throws WeakPassword saying why {@code password} cannot be taken */
  static void refuse(String password, String username) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new WeakPassword("access.password.short", SHORTEST);
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new WeakPassword("access.password.long");
    }
    if (core(username).length() >= NAME_TO_LOOK_FOR && core(password).contains(core(username))) {
      throw new WeakPassword("access.password.name");
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT || COMMON.contains(core(password))) {
      throw new WeakPassword("access.password.common");
    }
  }

  /** Letters and digits alone, without case: what is behind "Password-1234!" . */
  private static String core(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Set<String> common() {
    var file = Objects.requireNonNull(WeakPassword.class.getResourceAsStream("/access/common_passwords.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(WeakPassword::core).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
