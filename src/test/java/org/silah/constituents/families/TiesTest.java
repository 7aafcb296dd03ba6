package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.constituents.families.Clan.mistakes;
import static org.silah.constituents.families.Clan.path;
import static org.silah.constituents.families.Clan.sent;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
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

/** What clients are to each other. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Registry.class, Clan.class})
class TiesTest {

  @Autowired Registry registry;
  @Autowired Clan clan;

  @Test
  void eachEndReadsWhatTheOtherIsByTheOthersGender() {
    var girl = clan.woman("لمى العتيبي");
    var boy = clan.man("سعود العتيبي");
    var uncle = clan.man("منصور العتيبي");
    var aunt = clan.woman("وضحى الدوسري");
    sent(clan.tie(girl, uncle, "uncle_paternal"));
    sent(clan.tie(boy, aunt, "uncle_maternal"));
    sent(clan.tie(girl, boy, "cousin_khal"));
    assertThat(kin(girl, uncle)).isEqualTo("عم");
    assertThat(kin(uncle, girl)).isEqualTo("بنت أخ");
    assertThat(kin(boy, aunt)).isEqualTo("خالة");
    assertThat(kin(aunt, boy)).isEqualTo("ابن أخت");
    assertThat(kin(girl, boy)).isEqualTo("ابن خال");
    assertThat(kin(boy, girl)).isEqualTo("بنت عمة");
    assertThat(clan.profile(girl)).contains(">عم<", uncle.toString());
    assertThat(registry.rows("select 1 from constituents.tie where ? in (from_id, to_id)", girl.value())).hasSize(2);
  }

  @Test
  void nobodyIsKinToThemselvesNorFatherAndSonOfTheSame() {
    var father = clan.man("جابر الأول");
    var son = clan.man("جابر الثاني");
    assertThat(mistakes(clan.tie(father, father, "sibling"))).containsExactly("لا علاقة للعميل مع نفسه.");
    sent(clan.tie(son, father, "parent"));
    assertThat(mistakes(clan.tie(father, son, "parent"))).singleElement().asString().startsWith("بين جابر");
    assertThat(mistakes(clan.tie(son, father, "parent"))).singleElement().asString().contains("مكتوبة من قبل");
    assertThat(mistakes(clan.tie(son, father, "sibling"))).singleElement().asString().contains("تناقض");
    assertThat(registry.rows("select 1 from constituents.tie where ? in (from_id, to_id)", son.value())).hasSize(1);
  }

  @Test
  void nobodyIsTheirOwnForebear() {
    var eldest = clan.man("الجد الأكبر");
    var middle = clan.man("الأب الأوسط");
    var youngest = clan.man("الحفيد الأصغر");
    sent(clan.tie(middle, eldest, "parent"));
    sent(clan.tie(youngest, middle, "parent"));
    assertThat(mistakes(clan.tie(eldest, youngest, "parent"))).containsExactly("لا يكون أحد من أصول نفسه: الجد الأكبر من أصول الحفيد الأصغر.");
    assertThat(mistakes(clan.tie(eldest, youngest, "grandparent"))).singleElement().asString().startsWith("لا يكون أحد من أصول نفسه");
  }

  @Test
  void threeWhoMakeACircleAtTheSameMomentDoNotCloseIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      var people = List.of(clan.man("حلقة أولى"), clan.man("حلقة ثانية"), clan.man("حلقة ثالثة"));
      registry.api(HttpMethod.GET, "/api/v1/clients/" + people.getFirst(), null);
      var begin = new java.util.concurrent.CountDownLatch(1);
      try (var threads = java.util.concurrent.Executors.newFixedThreadPool(3)) {
        for (int i = 0; i < 3; i++) {
          var parent = people.get(i);
          var child = people.get((i + 1) % 3);
          threads.submit(() -> {
            begin.await();
            return registry.api(HttpMethod.POST, "/api/v1/clients/" + child + "/ties", "{\"bond\":\"parent\",\"other\":\"" + parent + "\"}");
          });
        }
        begin.countDown();
      }
      assertThat(registry.rows("select 1 from constituents.tie where from_id = any (?)", (Object) people.stream().map(PartyId::value).toArray(java.util.UUID[]::new)))
          .hasSize(2);
    }
  }

  @Test
  void anOrganisationsDecisionMakersAreKnownByInfluenceStyleAndWhatSwaysThem() {
    var company = registry.add("kind", "organisation", "name", "شركة النخيل");
    var director = clan.man("عبدالله بن سعد الفوزان");
    sent(clan.tie(company, director, "decision_maker", "post", "المدير العام", "influence", "high", "style", "figures", "sways", "أثر موثق بالأرقام", "reach",
        "عن طريق مكتبه صباحًا", "since", "1444/01/01"));
    sent(clan.tie(company, clan.woman("عبير القرني"), "contact", "post", "مسؤولة المسؤولية المجتمعية"));
    assertThat(clan.profile(company)).contains("المدير العام", "تأثير كبير", "مسؤولة الاتصال", "مسؤولة المسؤولية المجتمعية");
    assertThat(clan.ties(company)).contains("الأرقام أولًا", "أثر موثق بالأرقام", "عن طريق مكتبه صباحًا");
    assertThat(clan.ties(director)).contains("شركة النخيل", "جهة القرار");
    assertThat(mistakes(clan.tie(director, company, "contact"))).containsExactly("لا تقوم هذه العلاقة بين هذين النوعين من العملاء.");
    var tie = registry.rows("select id from constituents.tie where from_id = ?", director.value()).getFirst().get("id");
    sent(registry.send(path(company) + "/ties/" + tie + "/correction", "post", "رئيس المجلس", "influence", "medium", "note", "انتُخب هذا العام"));
    assertThat(clan.ties(director)).contains("رئيس المجلس", "تأثير متوسط", "انتُخب هذا العام").doesNotContain("المدير العام", "أثر موثق");
    assertThat(clan.profile(company)).doesNotContain("decision_makers", "decision_drivers");
  }

  @Test
  void aTieEndsAndIsKeptAndAMistakeIsNot() {
    var guardian = clan.man("صالح الوصي");
    var orphan = clan.woman("جود اليتيمة");
    sent(clan.tie(orphan, guardian, "wasi", "since", "2020-01-01"));
    assertThat(kin(orphan, guardian)).isEqualTo("وصي");
    var tie = registry.rows("select id from constituents.tie where from_id = ?", guardian.value()).getFirst().get("id");
    assertThat(registry.send(path(orphan) + "/ties/" + tie + "/end", "on", "2019-01-01", "how", "over")).hasStatus(422);
    sent(registry.send(path(orphan) + "/ties/" + tie + "/end", "on", "2024-01-01", "how", "over"));
    assertThat(clan.ties(orphan)).doesNotContain("class=\"tie\"");
    assertThat(Registry.text(registry.open(path(orphan) + "/ties?show=former"))).contains("صالح الوصي");
    assertThat(clan.profile(guardian)).contains("انتهت العلاقة مع ⁨جود اليتيمة⁩");
    sent(clan.tie(orphan, guardian, "wali"));
    var wrong = registry.rows("select id from constituents.tie where from_id = ? and ended is null", guardian.value()).getFirst().get("id");
    sent(registry.send(path(orphan) + "/ties/" + wrong + "/end", "how", "mistake"));
    assertThat(clan.profile(guardian)).doesNotContain("ولي<");
    assertThat(registry.rows("select action from access.audit_entry where subject = ? and action like 'client.tie%' order by seq", orphan.toString()))
        .extracting(row -> row.get("action")).containsExactly("client.tie.add", "client.tie.end", "client.tie.add", "client.tie.end");
  }

  @Test
  void theCountsThatAreShownAreTheRowsThatAreShown() {
    var person = clan.man("صاحب العلاقات");
    sent(clan.tie(person, clan.man("أخوه"), "sibling"));
    sent(clan.tie(person, clan.woman("أخته"), "sibling"));
    sent(clan.tie(person, clan.man("وليه"), "wali"));
    sent(clan.tie(person, clan.man("من دله"), "referrer"));
    sent(clan.tie(person, registry.add("kind", "organisation", "name", "عمله"), "employer", "post", "محاسب"));
    var page = Registry.text(registry.open(path(person) + "/ties"));
    for (var show : List.of("all", "kin", "guardian", "work", "other", "former")) {
      var told = Pattern.compile("show=" + show + "\"[^>]*>[^<]*<span class=\"num\">([^<]*)<").matcher(page);
      assertThat(told.find()).isTrue();
      var rows = Pattern.compile("class=\"tie\"").matcher(Registry.text(registry.open(path(person) + "/ties?show=" + show))).results().count();
      assertThat(org.silah.kernel.Digits.toAscii(told.group(1))).as(show).isEqualTo(String.valueOf(rows));
    }
    assertThat(clan.profile(person)).contains("5 علاقات");
    assertThat(registry.open(path(person) + "/ties?show=nothing")).hasStatus(422);
  }

  @Test
  void whoDiesIsNobodysGuardianAnyMoreButKinForEver() {
    var father = clan.man("محمد الراحل");
    var child = clan.man("ابن الراحل");
    sent(clan.tie(child, father, "parent"));
    sent(clan.tie(child, father, "wali"));
    sent(registry.send(path(father) + "/death", "on", "1446/02/03"));
    assertThat(clan.profile(father)).contains(">متوفى<", "توفي رحمه الله");
    assertThat(clan.ties(child)).contains(">أب<").doesNotContain(">ولي<");
    assertThat(registry.send(path(father) + "/death", "on", "1446/02/03")).hasStatus(422);
    sent(registry.send(path(father) + "/death/reversal"));
    assertThat(clan.ties(child)).contains(">أب<", ">ولي<");
    assertThat(clan.profile(father)).doesNotContain(">متوفى<", "توفي رحمه الله");
    assertThat(registry.send(path(father) + "/death/reversal")).hasStatus(404);
    sent(registry.send(path(father) + "/death", "on", "1446/02/03"));
    sent(clan.tie(child, father, "wali"));
    sent(registry.send(path(father) + "/death/reversal"));
    assertThat(registry.rows("select ended from constituents.tie where to_id = ? and kind = 'guardian' order by ended", child.value()))
        .extracting(row -> row.get("ended")).containsExactly("death", null);
  }

  @Test
  void programsReadAndWriteFamiliesAndTies() {
    String family = JsonPath.read(api(HttpMethod.POST, "/api/v1/clients", "{\"kind\":\"family\",\"name\":\"أسرة من برنامج\"}"), "$.id");
    String head = JsonPath.read(api(HttpMethod.POST, "/api/v1/clients", "{\"kind\":\"person\",\"name\":\"راشد سالم النعيمي\",\"gender\":\"male\"}"), "$.id");
    api(HttpMethod.POST, "/api/v1/clients/" + family + "/members", "{\"client\":\"" + head + "\",\"position\":\"head\"}");
    api(HttpMethod.POST, "/api/v1/clients/" + family + "/marriages", "{\"member\":\"" + head + "\",\"spouse_name\":\"شمة عبيد\",\"on\":\"2010-01-01\",\"home\":\"here\"}");
    var born = api(HttpMethod.POST, "/api/v1/clients/" + family + "/births", "{\"name\":\"حمد\",\"gender\":\"male\",\"on\":\"2012-01-01\"}");
    assertThat(JsonPath.<List<String>>read(born, "$.items[*].name")).containsExactly("راشد سالم النعيمي", "شمة عبيد", "حمد بن راشد بن سالم النعيمي");
    var died = api(HttpMethod.POST, "/api/v1/clients/" + family + "/deaths", "{\"member\":\"" + head + "\",\"on\":\"2024-01-01\"}");
    String wife = JsonPath.read(died, "$.items[0].client_id");
    var led = api(HttpMethod.POST, "/api/v1/clients/" + family + "/headships", "{\"member\":\"" + wife + "\",\"on\":\"2024-01-02\"}");
    assertThat(JsonPath.<String>read(led, "$.items[0].position")).isEqualTo("head");
    assertThat(JsonPath.<List<Map<String, Object>>>read(api(HttpMethod.GET, "/api/v1/clients/" + head + "/families", null), "$.items"))
        .singleElement().extracting(row -> row.get("ended")).isEqualTo("death");
    var ties = api(HttpMethod.GET, "/api/v1/clients/" + head + "/ties", null);
    assertThat(JsonPath.<List<String>>read(ties, "$.items[*].bond")).containsExactly("parent");
    String made = api(HttpMethod.POST, "/api/v1/clients/" + wife + "/ties", "{\"bond\":\"referrer\",\"other\":\"" + head + "\",\"note\":\"قبل وفاته\"}");
    String tie = JsonPath.<List<String>>read(made, "$.items[?(@.bond=='referrer')].id").getFirst();
    assertThat(JsonPath.<List<String>>read(api(HttpMethod.POST, "/api/v1/clients/" + wife + "/ties/" + tie + "/end", "{\"how\":\"mistake\"}"), "$.items[*].bond"))
        .containsExactly("parent");
    assertThat(registry.api(HttpMethod.POST, "/api/v1/clients/" + wife + "/ties", "{\"bond\":\"sibling\",\"other\":\"" + wife + "\"}").getResponse().getStatus())
        .isBetween(400, 499);
    assertThat(registry.api(HttpMethod.GET, "/api/v1/clients/" + head + "/members", null).getResponse().getStatus()).isEqualTo(422);
    assertThat(registry.api(HttpMethod.POST, "/api/v1/clients/" + family + "/births", "{\"name\":\"\",\"gender\":\"x\"}").getResponse().getStatus()).isEqualTo(422);
    assertThat(registry.api(HttpMethod.GET, "/api/v1/clients/" + PartyId.next() + "/ties", null)).hasStatus(404);
  }

  private String api(HttpMethod method, String path, String json) {
    var answer = registry.api(method, path, json);
    assertThat(answer.getResponse().getStatus()).as(Registry.text(answer)).isBetween(200, 299);
    return Registry.text(answer);
  }

  /** What {@code client}'s page of ties calls {@code other}. */
  private String kin(PartyId client, PartyId other) {
    var found = Pattern.compile("/clients/" + other + "\">(?s:.*?)</th>\\s*<td>([^<]*)").matcher(clan.ties(client));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
