package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.AgencyBearing;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Field;
import org.silah.constituents.IdentityKind;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Whatever an import can say of a file, a column or a row, it says in words. */
@Charity
@SpringBootTest
class ImportWordsTest {

  private static final Path SOURCES = Path.of("src/main/java/org/silah/constituents/imports");
  /** As {@link Matching}, what it is made of, and {@link ImportRows} write them. */
  private static final Pattern REASON = Pattern.compile("'((?:number|shares|client|recorded)s?_[a-z_]+)'");
  private static final Pattern REFUSED = Pattern.compile("ImportRefused\\(\"([a-z-]+)\"");

  @Autowired ImportKinds kinds;
  @Autowired Proposal proposal;
  @Autowired List<ClientTies> ties;
  @Autowired Texts texts;

  @Test
  void everyFieldAndEverySettingHasWords() {
    var keys = new ArrayList<String>();
    for (var kind : kinds.all()) {
      keys.add(kind.name());
      keys.addAll(kind.previewHeadings());
      kinds.fields(kind).values().forEach(field -> keys.add(field.label()));
      kind.options().forEach(option -> {
        keys.addAll(List.of(option.label(), option.hint()));
        keys.addAll(option.choices().values());
      });
    }
    ties.forEach(tie -> keys.add(tie.reason()));
    Encoding.CHOICES.forEach(charset -> keys.add("constituents.import.encoding." + charset.name()));
    Delimiter.CHOICES.forEach(sign -> keys.add("constituents.import.delimiter." + ColumnPages.nameOf(sign)));
    for (var state : ImportState.values()) {
      keys.add("constituents.import.state." + state.code());
    }
    for (var kind : IdentityKind.values()) {
      keys.add("constituents.identity." + kind.code());
    }
    haveWords(keys);
  }

  @Test
  void everyReasonHasWords() throws IOException {
    var reasons = new TreeSet<String>();
    for (var file : List.of("Matching", "KnownClients", "RowsAbove", "Repeats", "ImportRows")) {
      found(REASON, file).stream().filter(reason -> !reason.endsWith("_file") && !reason.equals("number_of")).forEach(reasons::add);
    }
    assertThat(reasons).contains("shares_phone", "recorded_before", "client_removed", "numbers_of_rows");
    var keys = new ArrayList<String>();
    reasons.forEach(reason -> keys.add("constituents.import.reason."
        + (reason.equals("shares_phone") ? "new." : reason.equals("recorded_before") ? "skipped." : "failed.") + reason));
    List.of("number", "phone", "email", "before").forEach(reason -> keys.add("constituents.import.reason.joined." + reason));
    haveWords(keys);
  }

  @Test
  void everyRefusalHasWords() throws IOException {
    var keys = new ArrayList<String>();
    try (var files = Files.list(SOURCES)) {
      for (var file : files.map(path -> path.getFileName().toString()).toList()) {
        found(REFUSED, file.replace(".java", "")).forEach(what -> keys.add("constituents.import.refused." + what));
      }
    }
    assertThat(keys).hasSizeGreaterThan(15);
    haveWords(keys);
  }

  @Test
  void whateverAPageCallsAFieldIsProposedAsThatField() {
    var soft = new SoftAssertions();
    for (var language : Language.values()) {
      var words = texts.in(language);
      for (var kind : kinds.all()) {
        kinds.fields(kind).values().forEach(field ->
            soft.assertThat(proposal.propose(kind, List.of(field.name(words)), List.of())).as(field.name(words)).containsExactly(field.code()));
      }
    }
    soft.assertAll();
  }

  @Test
  void whateverAPageCallsAValueIsRead() {
    var soft = new SoftAssertions();
    for (var language : Language.values()) {
      var words = texts.in(language);
      for (var kind : ClientKind.values()) {
        assertThat(ImportWords.find("kind", words.get("constituents.kind." + kind.code()))).isEqualTo(kind.code());
      }
      for (var bearing : AgencyBearing.values()) {
        assertThat(ImportWords.find("kind", words.get("constituents.kind." + bearing.code()))).isEqualTo(bearing.code());
      }
      for (var role : ClientRole.values()) {
        assertThat(ImportWords.find("role", words.get("constituents.role." + role.code()))).isEqualTo(role.code());
      }
      for (var field : List.of(Field.GENDER, Field.LANGUAGE, Field.EDUCATION, Field.MARITAL_STATUS, Field.HOUSING, Field.PREFERRED_CHANNEL, Field.PREFERRED_TIME,
          Field.FIRST_HEARD)) {
        for (var choice : field.choices()) {
          var word = words.get("constituents.field." + field.code() + "." + choice);
          soft.assertThat(ImportWords.find(field.code(), word)).as(word).isEqualTo(choice);
        }
      }
    }
    soft.assertAll();
  }

  private static List<String> found(Pattern pattern, String file) throws IOException {
    return pattern.matcher(Files.readString(SOURCES.resolve(file + ".java"))).results().map(found -> found.group(1)).toList();
  }

  private void haveWords(List<String> keys) {
    for (var language : Language.values()) {
      assertThat(keys).as(language.code()).allSatisfy(key -> assertThat(texts.in(language).has(key)).as(key).isTrue());
    }
  }
}
