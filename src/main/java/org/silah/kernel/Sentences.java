package org.silah.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's own sentences, without a frame around them, for the shell. They use nothing but {@code {0}}, so that they
 * read the same through the web's message format.
 */
final class Sentences {

  private static final Sentences ENGLISH = new Sentences("en");
  private static final Sentences ARABIC = new Sentences("ar");

  private final Properties patterns = new Properties();

  private Sentences(String language) {
    var file = "/messages/kernel_" + language + ".properties";
    try (var in = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file)) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sentences in(Locale language) {
    return language.getLanguage().equals("ar") ? ARABIC : ENGLISH;
  }

  String of(String code, @Nullable Object... args) {
    var pattern = patterns.getProperty(code);
    return pattern == null ? code : new MessageFormat(pattern, Locale.ROOT).format(args);
  }
}
