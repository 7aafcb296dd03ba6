package org.silah.platform;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.silah.kernel.TerminalLanguage;

/** What the program says in a terminal, before anyone has signed in and chosen a language. */
final class Sentences {

  private static final ResourceBundle.Control EXACTLY = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Sentences() {}

  /** One line for each language of the terminal: that of SILAH_LANG or LANG, or both when neither says. */
  static String say(String key, Object... values) {
    return TerminalLanguage.wished().map(List::of).orElse(List.of("ar", "en")).stream()
        .map(language -> in(Locale.of(language), key, values))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String in(Locale language, String key, Object... values) {
    var pattern = ResourceBundle.getBundle("messages.platform", language, EXACTLY).getString("platform." + key);
    return new MessageFormat(pattern, language).format(values);
  }
}
