package org.silah.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.silah.kernel.TerminalLanguage;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every sentence a user reads, from {@code messages/<module>_<language>.properties}. */
@Component
public class Texts {

  private final Map<Language, Words> byLanguage = new EnumMap<>(Language.class);

  public Texts() {
    for (var language : Language.values()) {
      byLanguage.put(language, new Words(language, read(language)));
    }
  }

  public Words in(Language language) {
    return byLanguage.get(language);
  }

  /** The languages of the terminal: that of SILAH_LANG or LANG, or both when neither says. */
  public List<Words> ofTerminal() {
    return TerminalLanguage.wished().flatMap(Language::of).map(List::of).orElse(List.of(Language.values())).stream().map(this::in).toList();
  }

  private static Map<String, String> read(Language language) {
    var all = new HashMap<String, String>();
    try {
      var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_" + language.code() + ".properties");
      for (var file : files) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, text) -> all.put((String) key, (String) text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
