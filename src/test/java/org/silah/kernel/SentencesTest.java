package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static final Pattern CODE = Pattern.compile("\"(kernel\\.[a-z]+\\.[a-z]+)\"");

  @Test
  void everyReasonHasItsSentenceInBothLanguages() throws IOException {
    var used = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java/org/silah/kernel"))) {
      for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(source)).results().forEach(found -> used.add(found.group(1)));
      }
    }
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(sentences("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    assertThat(sentences("ar").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void theWebReadsThemAsTheShellDoes() throws IOException {
    Object[] args = {"31", "2", "1447", "29"};
    for (var language : new String[] {"en", "ar"}) {
      var locale = Locale.forLanguageTag(language);
      var sentences = sentences(language);
      for (var code : sentences.stringPropertyNames()) {
        var sentence = new Unreadable(code, args).in(locale);
        assertThat(sentence).isEqualTo(new MessageFormat(sentences.getProperty(code), locale).format(args)).doesNotContain("{",
            "\t", "\n", "'");
        assertThat(sentence.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.ARABIC)).isEqualTo(language.equals("ar"));
      }
    }
  }

  @Test
  void aReasonIsEnglishUnlessAskedOtherwise() {
    var reason = new Unreadable("kernel.amount.zero");
    assertThat(reason).hasMessage("The amount is zero.");
    assertThat(reason.in(Locale.forLanguageTag("ar-SA"))).isEqualTo("المبلغ صفر.");
    assertThat(new Unreadable("other.code", "x")).hasMessage("other.code");
    assertThat(reason.getStackTrace()).isEmpty();
  }

  @Test
  void aBrokenRuleHasAKeyForItsSentence() {
    class NotReversible extends BrokenRule {
      NotReversible(String receipt) {
        super("giving.not-reversible", receipt);
      }
    }
    var rule = new NotReversible("R-1");
    assertThat(rule.key()).isEqualTo("giving.not-reversible");
    assertThat(rule.args()).containsExactly("R-1");
    assertThat(rule).hasMessage("giving.not-reversible");
  }

  private static Properties sentences(String language) throws IOException {
    var sentences = new Properties();
    try (var in = SentencesTest.class.getResourceAsStream("/messages/kernel_" + language + ".properties")) {
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return sentences;
  }
}
