package org.silah.constituents.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.silah.access.Institution;
import org.silah.access.Institutions;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** People are found however they are written. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class SearchTest {

  @Autowired Registry registry;
  @Autowired Institutions institutions;
  @Autowired Vocabulary vocabulary;

  private static boolean settled;

  @BeforeEach
  void aCharityWithAFewClients() {
    if (settled) {
      return;
    }
    settled = true;
    registry.add("kind", "person", "name", "أحمد بن عبد الله الغامدي", "phone", "0501234567", "email", "Ahmad.Ghamdi@example.org", "identityKind", "national_id",
        "identityNumber", "1023456789");
    registry.add("kind", "person", "name", "فاطمة محمد القحطاني", "identityKind", "branch_file", "identityNumber", "1002", "identityIssuer", "جدة");
    registry.add("kind", "person", "name", "مُحَمَّد سعد العتيبي");
    registry.add("kind", "person", "name", "حسين يحيى عسيري");
    registry.add("kind", "person", "name", "حسن علي الشهري");
    registry.add("kind", "person", "name", "Khalid Al-Harbi");
    registry.add("kind", "person", "name", "هدى موسى", "latinName", "Huda Mousa");
    registry.add("kind", "organisation", "name", "مؤسسة الراجحي الخيرية");
    registry.add("kind", "person", "name", "نورة بنت سلطان بن عبد الرحمن الدوسري");
    vocabulary.recount();
  }

  @ParameterizedTest
  @CsvSource({
    "أحمد عبدالله الغامدي, أحمد بن عبد الله الغامدي",
    "احمد عبد الله الغامدي, أحمد بن عبد الله الغامدي",
    "الغامدي احمد, أحمد بن عبد الله الغامدي",
    "احمد غامدي, أحمد بن عبد الله الغامدي",
    "عبدالله, أحمد بن عبد الله الغامدي",
    "عبد الله, أحمد بن عبد الله الغامدي",
    "فاطمه, فاطمة محمد القحطاني",
    "فَاطِمَة القحطانى, فاطمة محمد القحطاني",
    "قحطاني, فاطمة محمد القحطاني",
    "القح, فاطمة محمد القحطاني",
    "محمد سعد, مُحَمَّد سعد العتيبي",
    "محـــمد العتيبي, مُحَمَّد سعد العتيبي",
    "يحيي, حسين يحيى عسيري",
    "موسي هدي, هدى موسى",
    "موسسه الراجحي, مؤسسة الراجحي الخيرية",
    "نوره الدوسري, نورة بنت سلطان بن عبد الرحمن الدوسري",
    "سلطان الدوسري, نورة بنت سلطان بن عبد الرحمن الدوسري",
    "نورة عبدالرحمن, نورة بنت سلطان بن عبد الرحمن الدوسري",
    "رحمن, نورة بنت سلطان بن عبد الرحمن الدوسري",
  })
  void aNameIsFoundInAnySpellingAndOrder(String typed, String name) {
    assertThat(first(typed)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Fatimah, فاطمة محمد القحطاني",
    "Fatma Alqahtani, فاطمة محمد القحطاني",
    "Mohammed Saad, مُحَمَّد سعد العتيبي",
    "Muhamad Otaibi, مُحَمَّد سعد العتيبي",
    "Hussain, حسين يحيى عسيري",
    "Hassan, حسن علي الشهري",
    "Ahmed Abdullah, أحمد بن عبد الله الغامدي",
    "Noura Aldosari, نورة بنت سلطان بن عبد الرحمن الدوسري",
    "خالد الحربي, Khalid Al-Harbi",
    "خالد, Khalid Al-Harbi",
    "Huda, هدى موسى",
    "Khaled Harbi, Khalid Al-Harbi",
  })
  void aNameIsFoundAcrossTheTwoScripts(String typed, String name) {
    assertThat(first(typed)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "0501234567", "+966501234567", "00966501234567", "966 50 123 4567", "٠٥٠١٢٣٤٥٦٧", "050-123-4567", "0501", "05012", "50123", "+96650123", "٠٥٠١٢",
    "1023456789", "١٠٢٣٤٥٦٧٨٩", "10234", "ahmad.g", "Ahmad.Ghamdi@Example.org", "ahmad.ghamdi@",
  })
  void aNumberOrAddressIsFoundWholeAndInPart(String typed) {
    assertThat(first(typed)).isEqualTo("أحمد بن عبد الله الغامدي");
  }

  @Test
  void aClientIsFoundByTheFileNumberOfOursAndOfTheBranch() {
    assertThat(first("1002")).isEqualTo("فاطمة محمد القحطاني");
    var own = registry.rows("select file_number from constituents.party where display_name = 'حسن علي الشهري'").getFirst().get("file_number");
    assertThat(first(own.toString())).isEqualTo("حسن علي الشهري");
  }

  /** Each with the region it is written in. */
  @Test
  void aPhoneInAnyOfItsSpellingsIsReadKeptOnceAndFoundAgain() throws IOException {
    var file = shared("phone/spellings_sa_ae_eg.csv");
    var before = institutions.charity();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      var id = registry.add("kind", "person", "name", "صاحب أرقام كثيرة");
      for (var row : rows) {
        institutions.change(new Institution(before.nameAr(), before.nameEn(), before.licenceNumber(), before.currency(),
            row.getField("default_region"), before.timeZone(), before.publicUrl(), before.mailFrom(), before.mailReplyTo()));
        var answer = registry.send("/clients/" + id + "/phones", "value", row.getField("input"), "source", "client");
        var told = row.getField("default_region") + " " + row.getField("input") + " " + row.getField("variant");
        var kept = registry.rows("select 1 from constituents.phone where party_id = ? and e164 = ?", id.value(), row.getField("e164"));
        if (row.getField("valid").equals("true")) {
          assertThat(answer).as(told).hasStatus(302);
          assertThat(kept).as(told).hasSize(1);
          assertThat(registry.search(row.getField("input"))).as(told).contains(id.toString());
        } else {
          assertThat(answer).as(told).hasStatus(422);
        }
      }
    } finally {
      institutions.change(before);
    }
  }

  @Test
  void whateverIsTypedIsNoError() throws IOException {
    var hostile = List.of("%", "_", "\\", "'", "''; drop table x", "%%%%", "a%", "_____", "ا", "ال", "و", "*", "(((", "\"", "   ", "ﷺ".repeat(60),
        "م".repeat(5000), "a ".repeat(3000), "ا ل م ن ه و ي ت", "0", "00", "+", "@", "a@b@c", "ع".repeat(199) + "%");
    for (var typed : hostile) {
      assertOk(typed);
    }
    for (var typed : new JsonMapper().readValue(Files.readString(shared("csv/naughty_strings.json")), String[].class)) {
      assertOk(typed);
    }
  }

  @Test
  void aSignThatStandsForAnyOtherInTheDatabaseStandsForItselfHere() {
    assertThat(registry.search("%")).isEmpty();
    assertThat(registry.search("ف_طمة")).isEmpty();
  }

  @Test
  void hitsAreOptionsThatLeadToTheProfile() {
    var html = Registry.text(registry.open("/search/hits?q=" + Registry.encoded("فاطمه")));
    assertThat(html).containsPattern("<a class=\"hit\" role=\"option\" id=\"hit-0\" aria-selected=\"false\" href=\"/clients/[0-9a-f-]{36}\"").contains("فاطمة محمد القحطاني");
    assertThat(Registry.text(registry.open("/search/pick?field=giver&giver-text=" + Registry.encoded("فاطمه")))).contains("data-fills=\"giver\"", "data-label=\"فاطمة محمد القحطاني\"");
    assertThat(Registry.text(registry.open("/search?q=" + Registry.encoded("فاطمه")))).contains("<h1", "فاطمة محمد القحطاني");
    assertThat(Registry.text(registry.open("/search/hits?q=" + Registry.encoded("لا أحد كهذا")))).doesNotContain("role=\"option\"");
  }

  private String first(String typed) {
    var found = registry.search(typed);
    return found.isEmpty() ? "" : (String) registry.rows("select display_name from constituents.party where id = ?::uuid", found.getFirst()).getFirst().get("display_name");
  }

  private void assertOk(String typed) {
    assertThat(registry.open("/search/hits?q=" + Registry.encoded(typed))).as(typed).hasStatusOk();
    assertThat(registry.search(typed)).as(typed).isNotNull();
  }


  private static Path shared(String file) {
    var path = Path.of("../shared/data", file);
    assumeTrue(Files.exists(path), "skipped: no " + path);
    return path;
  }
}
