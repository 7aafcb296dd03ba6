package org.silah.constituents.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The registrar sees files side by side, makes one of them, and several again. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class MergePagesTest {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

  @Autowired Registry registry;

  private PartyId salma() {
    return registry.add("kind", "person", "name", "سلمى الشريف", "birthOn", "1990-01-01", "phone", some(), "confirmed", "yes");
  }

  private PartyId fuller() {
    return registry.add("kind", "person", "name", "سلمى بنت حسن الشريف", "birthOn", "1990-04-17", "gender", "female", "phone", some(), "confirmed", "yes");
  }

  private static String some() {
    return "055%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
  }

  private static String query(PartyId... parties) {
    return java.util.Arrays.stream(parties).map(party -> "client=" + party).collect(java.util.stream.Collectors.joining("&"));
  }

  private String version(PartyId... parties) {
    var version = VERSION.matcher(Registry.text(registry.open("/merges/new?" + query(parties))));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private MvcTestResult merge(String version, List<PartyId> parties, String... more) {
    var fields = new ArrayList<String>(List.of(more));
    fields.addAll(List.of("version", version));
    parties.forEach(party -> fields.addAll(List.of("client", party.toString())));
    return registry.send("/merges", fields.toArray(String[]::new));
  }

  private String name(PartyId party) {
    return registry.rows("select display_name from constituents.party where id = ?", party.value()).getFirst().get("display_name").toString();
  }

  private long number(PartyId party) {
    return (Long) registry.rows("select file_number from constituents.party where id = ?", party.value()).getFirst().get("file_number");
  }

  @Test
  void twoFilesStandSideBySideWithTheBetterValueChosenAndWhyItIsBetter() {
    var first = salma();
    var second = fuller();
    var page = Registry.text(registry.open("/merges/new?" + query(second, first)));
    assertThat(page).contains("سلمى الشريف", "سلمى بنت حسن الشريف", "المقترح أتمّ", "المقترح يوم بعينه لا أول السنة أو نصفها", "لا يُعرف إلا في ملف واحد");
    assertThat(page).contains("name=\"kept\" value=\"" + first + "\" checked", "name=\"display_name\" value=\"" + second + "\" checked", "name=\"birth_on\" value=\"" + second + "\" checked");
    assertThat(page).doesNotContain("type=\"radio\" name=\"language\"");
  }

  @Test
  void whatWasChosenIsTheFilesAndTheOldNumberLeadsThere() {
    var first = salma();
    var second = fuller();
    var before = Map.of(first, profile(first), second, profile(second));
    assertThat(merge(version(first, second), List.of(first, second), "kept", first.toString(), "birth_on", first.toString())).hasRedirectedUrl("/clients/" + first);
    assertThat(name(first)).isEqualTo("سلمى بنت حسن الشريف");
    assertThat(registry.rows("select birth_on::text, gender from constituents.party where id = ?", first.value())).containsExactly(Map.of("birth_on", "1990-01-01", "gender", "female"));
    assertThat(registry.open("/clients/" + second)).hasRedirectedUrl("/clients/" + first);
    var page = Registry.text(registry.open("/clients/" + first));
    assertThat(page).contains("دُمج فيه الملف " + number(second), "دُمج الملف " + number(second) + " في هذا الملف");
    var merge = registry.rows("select id from constituents.merge where kept_id = ?", first.value()).getFirst().get("id");
    assertThat(registry.send("/merges/" + merge + "/undoing")).hasRedirectedUrl("/clients/" + first);
    assertThat(Map.of(first, profile(first), second, profile(second))).isEqualTo(before);
    assertThat(Registry.text(registry.open("/clients/" + first))).contains("ثم عادا ملفين", "عاد الملف " + number(second) + " ملفًا وحده");
    assertThat(Registry.text(registry.send("/merges/" + merge + "/undoing"))).isEmpty();
    assertThat(name(first)).isEqualTo("سلمى الشريف");
  }

  /** What the profile says of the client, without what the merge itself left on it. */
  private List<String> profile(PartyId party) {
    var page = Registry.text(registry.open("/clients/" + party));
    return Pattern.compile("<dl class=\"known\">.*?</dl>|<div class=\"row reach\">.*?</div>", Pattern.DOTALL).matcher(page).results().map(found -> found.group().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ")).toList();
  }

  @Test
  void ofThreeFilesEachMayGiveSomething() {
    var first = salma();
    var second = fuller();
    var third = registry.add("kind", "person", "name", "Salma Alsharif", "latinName", "Salma Al-Sharif", "birthOn", "1990-04-17", "phone", some(), "confirmed", "yes");
    var page = Registry.text(registry.open("/merges/new?" + query(first, second, third)));
    assertThat(page).contains("دمج الملفات الـ3");
    assertThat(merge(version(first, second, third), List.of(first, second, third), "kept", second.toString(), "birth_on", third.toString())).hasRedirectedUrl("/clients/" + second);
    assertThat(registry.rows("select display_name, latin_name, birth_on::text from constituents.party where id = ?", second.value()))
        .containsExactly(Map.of("display_name", "سلمى بنت حسن الشريف", "latin_name", "Salma Al-Sharif", "birth_on", "1990-04-17"));
    assertThat(registry.rows("select e164 from constituents.phone where party_id = ?", second.value())).hasSize(3);
    var merges = registry.rows("select id from constituents.merge where kept_id = ? order by merged_at, id", second.value());
    assertThat(registry.send("/merges/" + merges.getFirst().get("id") + "/undoing")).hasRedirectedUrl("/clients/" + second);
    assertThat(registry.rows("select 1 from constituents.party where merged_into = ?", second.value())).as("the newest is undone first").hasSize(2);
    registry.send("/merges/" + merges.getLast().get("id") + "/undoing");
    registry.send("/merges/" + merges.getFirst().get("id") + "/undoing");
    assertThat(registry.rows("select e164 from constituents.phone where party_id = ?", second.value())).hasSize(1);
  }

  @Test
  void whoComesSecondIsToldWhatTheFirstDid() {
    var first = salma();
    var second = fuller();
    var version = version(first, second);
    merge(version, List.of(first, second), "kept", first.toString());
    assertThat(merge(version, List.of(first, second), "kept", second.toString())).hasRedirectedUrl("/clients/" + first);
    assertThat(registry.rows("select 1 from constituents.merge where kept_id in (?, ?)", first.value(), second.value())).hasSize(1);
    assertThat(registry.open("/merges/new?" + query(first, second))).hasRedirectedUrl("/clients/" + first);
  }

  @Test
  void aFileThatChangedMeanwhileIsLookedAtAgain() {
    var first = salma();
    var second = fuller();
    var version = version(first, second);
    registry.send("/clients/" + second + "/fields/title", "value", "الأستاذة", "source", "call");
    var page = merge(version, List.of(first, second), "kept", second.toString(), "birth_on", first.toString());
    assertThat(page).hasStatus(422);
    assertThat(Registry.text(page)).contains("غيّر أحدهم شيئًا", "الأستاذة", "name=\"kept\" value=\"" + second + "\" checked", "name=\"birth_on\" value=\"" + first + "\" checked");
    assertThat(registry.rows("select 1 from constituents.merge where kept_id in (?, ?)", first.value(), second.value())).isEmpty();
  }

  @Test
  void aPersonAndAFamilyAreNotOneClientAndNobodyIsOneWithAStranger() {
    var person = salma();
    var family = registry.add("kind", "family", "name", "أسرة الشريف");
    assertThat(Registry.text(registry.open("/merges/new?" + query(person, family)))).contains("لا يُدمج إلا عميلان من نوع واحد");
    assertThat(merge("", List.of(person, family))).hasStatus(422);
    assertThat(registry.open("/merges/new?client=" + UUID.randomUUID())).hasStatus(404);
    assertThat(registry.open("/merges/new?client=nonsense")).hasStatus(404);
    assertThat(registry.open("/merges/new")).hasStatus(422);
    assertThat(merge("", List.of(person, PartyId.next()))).hasStatus(404);
    assertThat(registry.send("/merges/" + UUID.randomUUID() + "/undoing")).hasStatus(404);
    assertThat(Registry.text(registry.open("/merges/new?client=" + person))).contains("اختر الملف الآخر", "role=\"combobox\"");
  }

  @Test
  void aProgramMergesAndUndoesByTheSameRules() {
    var first = salma();
    var second = fuller();
    var made = registry.api(HttpMethod.POST, "/api/v1/merges", """
        {"kept": "%s", "gone": ["%s"], "take": {"birth_on": "%s"}}""".formatted(first, second, first));
    assertThat(made).hasStatus(201);
    assertThat(Registry.text(made)).contains("\"taken\":[\"display_name\",\"gender\",\"given_name\"]");
    assertThat(registry.api(HttpMethod.GET, "/api/v1/clients/" + second, null)).hasStatus(308).hasHeader("Location", "/api/v1/clients/" + first);
    var id = com.jayway.jsonpath.JsonPath.<String>read(Registry.text(made), "$.items[0].id");
    assertThat(registry.api(HttpMethod.POST, "/api/v1/merges/" + id + "/undoing", null)).hasStatus(200);
    assertThat(registry.api(HttpMethod.POST, "/api/v1/merges/" + id + "/undoing", null)).hasStatus(422);
    assertThat(registry.api(HttpMethod.GET, "/api/v1/clients/" + second, null)).hasStatusOk();
    for (var wrong : List.of("""
        {"kept": "%s", "gone": ["%s"], "take": {"nonsense": "%s"}}""".formatted(first, second, first), """
        {"kept": "%s", "gone": []}""".formatted(first), """
        {"kept": "%s", "gone": ["%s"]}""".formatted(first, first))) {
      assertThat(registry.api(HttpMethod.POST, "/api/v1/merges", wrong).getResponse().getStatus()).as(wrong).isEqualTo(422);
    }
  }
}
