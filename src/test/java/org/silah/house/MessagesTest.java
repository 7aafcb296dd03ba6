package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence stands in both languages, and no sentence stands anywhere else. */
class MessagesTest {

  private static final Set<String> ARABIC_PLURALS = Set.of("zero", "one", "two", "few", "many", "other");

  @Test
  void bothLanguagesKnowTheSameKeys() throws IOException {
    assertThat(messages("ar").keySet()).isEqualTo(messages("en").keySet());
  }

  @Test
  void everySentenceIsWellFormedAndFilled() throws IOException {
    for (var language : List.of("ar", "en")) {
      for (var message : messages(language).entrySet()) {
        assertThat(message.getValue()).as(message.getKey()).isNotBlank();
        new MessageFormat(message.getValue());
      }
    }
  }

  @Test
  void bothLanguagesTakeTheSameArguments() throws IOException {
    var english = messages("en");
    for (var message : messages("ar").entrySet()) {
      var there = arguments(message.getValue());
      assertThat(arguments(english.getOrDefault(message.getKey(), ""))).as(message.getKey()).isSubsetOf(union(there, Set.of("0", "1", "2", "3", "4")));
    }
  }

  @Test
  void anArabicPluralHasAllSixForms() throws IOException {
    for (var message : messages("ar").entrySet()) {
      var pattern = new MessagePattern(message.getValue());
      for (int i = 0; i < pattern.countParts(); i++) {
        var part = pattern.getPart(i);
        if (part.getType() == MessagePattern.Part.Type.ARG_START && part.getArgType() == MessagePattern.ArgType.PLURAL) {
          assertThat(selectors(pattern, i)).as(message.getKey()).containsAll(ARABIC_PLURALS);
        }
      }
    }
  }

  @Test
  void everyKeyThatTheCodeNamesExists() throws IOException {
    var known = messages("ar").keySet();
    var missing = new TreeSet<String>();
    var named = Pattern.compile("(?:\\bt|\\bget|\\bwords\\.get|heading|label)\\(\"([a-z]+\\.[a-z0-9_.-]+)\"");
    for (var file : sources()) {
      var keys = named.matcher(Sources.read(file));
      while (keys.find()) {
        var key = keys.group(1);
        if (!key.endsWith(".") && !key.endsWith("-") && !known.contains(key)) {
          missing.add(key + " in " + file.getFileName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDeedInTheAuditLogHasAName() throws IOException {
    var known = messages("ar").keySet();
    var deeds = new TreeSet<String>();
    var written = Pattern.compile("\\b(?:audit\\.record|changes\\.made|made)\\(\\s*\"([a-z]+\\.[a-z.-]*[a-z])\"");
    for (var file : Sources.under(Sources.MAIN, ".java")) {
      written.matcher(Sources.read(file)).results().forEach(found -> deeds.add("audit." + found.group(1)));
    }
    assertThat(deeds).hasSizeGreaterThan(30);
    assertThat(known).containsAll(deeds);
  }

  @Test
  void templatesHoldNoTextOfTheirOwn() {
    var literal = new ArrayList<String>();
    for (var file : Sources.under(Sources.TEMPLATES, ".jte")) {
      TemplateText.of(Sources.read(file)).forEach(text -> literal.add(file + ": " + text));
    }
    assertThat(literal).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<p>Hello dear ${\"x\"}</p>", "<p>مرحبا بك: ${\"x\"}</p>", "<button>Save \"now\"</button>", "<p>${a} و ${b}</p>", "@if(a > b)<p>yes</p>@endif",
      "@template.web.card(body = @`<p>Hello ${name(\"}`\")}</p>`, title = \"a.b\")", "<a title=\"Go to ${x}\">${y}</a>", "<p>a = ${x}, @ ${y}</p>"})
  void textBesideAValueIsSeen(String template) {
    assertThat(TemplateText.of(template)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<p class=\"wide\">${t(\"a.b\")} · ${x ? \"}\" : \"{\"}&nbsp;</p>", "@if(a > b && c.is(\"x\"))<b>${a}</b>@else<i>${b}</i>@endif", "@param String name\n<p>${name}</p>",
      "!{var x = a > b;}<i>${x}</i>", "@template.web.card(body = @`<p>${t(\"a\")}</p>`)", "@for(var a : list)<li>${a}</li>@endfor"})
  void valuesAloneAreNoText(String template) {
    assertThat(TemplateText.of(template)).isEmpty();
  }

  private static List<java.nio.file.Path> sources() {
    var all = new ArrayList<>(Sources.under(Sources.TEMPLATES, ".jte"));
    all.addAll(Sources.under(Sources.MAIN, ".java"));
    return all;
  }

  private static TreeMap<String, String> messages(String language) throws IOException {
    var all = new TreeMap<String, String>();
    for (var file : Sources.under(Sources.RESOURCES.resolve("messages"), "_" + language + ".properties")) {
      var properties = new Properties();
      try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      properties.forEach((key, text) -> all.put((String) key, (String) text));
    }
    return all;
  }

  private static Set<String> arguments(String message) {
    var pattern = new MessagePattern(message);
    var names = new TreeSet<String>();
    for (int i = 0; i < pattern.countParts(); i++) {
      var type = pattern.getPartType(i);
      if (type == MessagePattern.Part.Type.ARG_NUMBER || type == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return names;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Set<String> selectors(MessagePattern pattern, int start) {
    var found = new TreeSet<String>();
    int end = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i < end; i++) {
      var part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
        found.add(pattern.getSubstring(part));
      }
      if (part.getType() == MessagePattern.Part.Type.MSG_START) {
        i = pattern.getLimitPartIndex(i);
      }
    }
    return found;
  }
}
