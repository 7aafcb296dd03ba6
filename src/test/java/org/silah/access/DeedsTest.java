package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.web.Language;
import org.silah.web.Texts;

/** Whatever any module writes into the audit log can be read there in words. */
class DeedsTest {

  private static final Pattern RECORDED = Pattern.compile("udit\\.record\\(\\s*\"([a-z.-]+[a-z])\"");

  @Test
  void everyDeedHasWordsInBothLanguages() throws IOException {
    var deeds = deeds();
    assertThat(deeds).contains("session.start", "gift.record");
    for (var language : Language.values()) {
      var words = new Texts().in(language);
      assertThat(deeds).as(language.code()).allSatisfy(deed -> assertThat(words.has("audit." + deed)).as(deed).isTrue());
    }
  }

  private static Set<String> deeds() throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        var calls = RECORDED.matcher(Files.readString(file));
        while (calls.find()) {
          found.add(calls.group(1));
        }
      }
    }
    return found;
  }
}
