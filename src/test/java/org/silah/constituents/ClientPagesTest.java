package org.silah.constituents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The registrar adds clients and keeps what is known of them. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
@RecordApplicationEvents
class ClientPagesTest {

  @Autowired Registry registry;
  @Autowired ApplicationEvents events;
  @Autowired JdbcClient db;

  private PartyId salem() {
    return registry.add("kind", "person", "name", "سالم بن عبد الله الحربي", "roles", "donor", "source", "form");
  }

  @Test
  void aPersonIsAddedWithTheLittleThatIsKnown() {
    var id = salem();
    var page = registry.open("/clients/" + id);
    assertThat(page).hasStatusOk();
    assertThat(Registry.text(page)).contains("سالم بن عبد الله الحربي", "متبرع", "نموذج مكتوب");
    assertThat(registry.rows("select given_name, source, language from constituents.party where id = ?", id.value()))
        .containsExactly(Map.of("given_name", "سالم", "source", "form", "language", "ar"));
    assertThat(registry.audit(id)).extracting(Registry.Entry::action).containsExactly("client.add", "client.read");
    assertThat(events.stream(ClientAdded.class).filter(event -> event.party().equals(id))).hasSize(1);
  }

  @Test
  void everyKindOfClientCanBeAdded() {
    for (var kind : List.of("family", "organisation", "other")) {
      assertThat(registry.open("/clients/" + registry.add("kind", kind, "name", "جهة " + kind))).hasStatusOk();
    }
    for (var bearing : List.of("supporting", "supervising")) {
      var id = registry.add("kind", "agency", "bearing", bearing, "name", "وزارة " + bearing);
      assertThat(registry.rows("select agency_bearing from constituents.party where id = ?", id.value()).getFirst()).containsEntry("agency_bearing", bearing);
    }
    assertThat(registry.send("/clients", "kind", "agency", "name", "وزارة بلا علاقة")).hasStatus(422);
  }

  @Test
  void aFormWithMistakesComesBackWithEachBesideItsFieldAndEverythingTyped() {
    var before = clients();
    var page = registry.send("/clients", "kind", "person", "name", "", "phone", "0512", "email", "not an address", "birthOn", "31/02/1990", "latinName", "Salem");
    assertThat(page).hasStatus(422);
    assertThat(Registry.text(page)).contains("id=\"name-error\"", "id=\"phone-error\"", "id=\"email-error\"", "id=\"birthOn-error\"", "value=\"0512\"", "value=\"Salem\"");
    assertThat(registry.send("/clients", "kind", "person", "name", "م".repeat(501))).hasStatus(422);
    assertThat(registry.send("/clients", "kind", "spaceship", "name", "مها")).hasStatus(422);
    assertThat(clients()).isEqualTo(before);
    assertThat(registry.add("kind", "person", "name", "م".repeat(500))).isNotNull();
  }

  @Test
  void somebodyWhoMayBeKnownIsShownBeforeTheyAreAddedAgain() {
    var known = registry.add("kind", "person", "name", "منيرة القرني", "phone", "0555000111", "email", "munira@example.org");
    var before = clients();
    var page = registry.send("/clients", "kind", "person", "name", "أم فهد", "phone", "+966 55 500 0111");
    assertThat(page).hasStatus(422);
    assertThat(Registry.text(page)).contains("/clients/" + known, "name=\"confirmed\"");
    assertThat(registry.send("/clients", "kind", "person", "name", "منيره القرنى", "email", "Munira@Example.org")).hasStatus(422);
    assertThat(clients()).isEqualTo(before);
    registry.add("kind", "person", "name", "أم فهد", "phone", "+966 55 500 0111", "confirmed", "yes");
    registry.add("kind", "person", "name", "سلوى القرني", "email", "munira@example.org");
    assertThat(clients()).isEqualTo(before + 2);
  }

  @Test
  void anIdentityNumberBelongsToOneClient() {
    var number = "1" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    var holder = registry.add("kind", "person", "name", "صاحب الرقم", "identityKind", "national_id", "identityNumber", number);
    var before = clients();
    var page = registry.send("/clients", "kind", "person", "name", "غيره", "identityKind", "national_id", "identityNumber", number, "confirmed", "yes");
    assertThat(page).hasStatus(422);
    assertThat(Registry.text(page)).contains("/clients/" + holder);
    assertThat(clients()).isEqualTo(before);
    var other = salem();
    var again = registry.send("/clients/" + other + "/identities", "kind", "national_id", "number", number);
    assertThat(again).hasStatus(422);
    assertThat(Registry.text(again)).contains("/clients/" + holder);
    assertThat(registry.rows("select party_id from constituents.identity where number = ?", number)).containsExactly(Map.of("party_id", holder.value()));
  }

  @Test
  void theProfileShowsTheNineGroupsWithCompletenessAndAge() {
    var id = salem();
    var text = Registry.text(registry.open("/clients/" + id));
    for (var group : ProfilePanel.Group.values()) {
      assertThat(text).contains("id=\"group-" + group.code() + "\"", "id=\"tile-" + group.code() + "\"");
    }
    assertThat(text.split("<meter ", -1)).hasSize(1 + 18);
    assertThat(text).contains("أحدث معلومة اليوم", "لا شيء بعد");
  }

  @Test
  void whatMakesAGroupMoreCompleteAlsoGivesItAnAge() {
    var newcomer = salem();
    assertThat(tile(newcomer, "class")).contains("اليوم").doesNotContain("لا شيء بعد");
    var family = registry.add("kind", "family", "name", "أسرة الحربي");
    assertThat(tile(family, "personal")).contains("لا شيء بعد");
    assertThat(registry.send("/clients/" + family + "/members", "member", "new", "member-text", "هند الحربي", "position", "child")).hasStatus(302);
    assertThat(tile(family, "personal")).contains("اليوم").doesNotContain("لا شيء بعد");
  }

  @Test
  void aWomansRolesAreSaidOfAWoman() {
    var id = registry.add("kind", "person", "name", "هدى بنت سعد المطيري", "gender", "female", "roles", "donor");
    registry.send("/clients/" + id + "/roles", "role", "volunteer", "since", "");
    assertThat(Registry.text(registry.open("/clients/" + id))).contains(">متبرعة<", ">متطوعة<");
    registry.send("/clients/" + id + "/roles/volunteer/end", "reason", "سافرت", "on", "");
    assertThat(Registry.text(registry.open("/clients/" + id))).contains("متطوعة سابقة");
    assertThat(Registry.text(registry.open("/clients?q=هدى+بنت+سعد+المطيري"))).contains(">متبرعة<");
    assertThat(Registry.text(registry.open("/clients/" + salem()))).contains(">متبرع<");
  }

  private String tile(PartyId id, String group) {
    var text = Registry.text(registry.open("/clients/" + id));
    var begin = text.indexOf("id=\"tile-" + group + "\"");
    return text.substring(begin, text.indexOf("</small>", begin));
  }

  @Test
  void aFactIsWrittenDownOnceAndItsFormerValueIsKept() {
    var id = salem();
    assertThat(registry.send("/clients/" + id + "/fields/occupation", "value", "معلم", "source", "call")).hasStatus(302);
    assertThat(registry.send("/clients/" + id + "/fields/occupation", "value", "مدير مدرسة", "source", "visit")).hasStatus(302);
    assertThat(registry.send("/clients/" + id + "/fields/occupation", "value", "مدير مدرسة", "source", "visit")).hasStatus(302);
    assertThat(registry.rows("select value, source, superseded_at is null as present from constituents.fact where party_id = ? order by recorded_at, id", id.value()))
        .containsExactly(Map.of("value", "معلم", "source", "call", "present", false), Map.of("value", "مدير مدرسة", "source", "visit", "present", true));
    var entries = registry.audit(id).stream().filter(entry -> entry.action().equals("client.change")).toList();
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast().detail()).contains("\"before\":{\"occupation\":\"معلم\"}", "\"after\":{\"occupation\":\"مدير مدرسة\"}");
    assertThat(registry.send("/clients/" + id + "/fields/occupation", "value", "")).hasStatus(302);
    assertThat(Registry.text(registry.open("/clients/" + id))).doesNotContain("مدير مدرسة");
  }

  @Test
  void aFactThatCannotBeReadComesBackInItsForm() {
    var id = salem();
    for (var mistake : Map.of("birth_on", "أمس", "dependants", "كثير", "education", "wizard", "display_name", " ", "officer", UUID.randomUUID().toString(),
        "nationality", "XX", "language", "fr").entrySet()) {
      var page = registry.send("/clients/" + id + "/fields/" + mistake.getKey(), "value", mistake.getValue());
      assertThat(page).as(mistake.getKey()).hasStatus(422);
      assertThat(Registry.text(page)).contains("class=\"err\"");
    }
    assertThat(registry.send("/clients/" + id + "/fields/activity", "value", "only bodies have one")).hasStatus(404);
    assertThat(registry.send("/clients/" + id + "/fields/file_number", "value", "1")).hasStatus(404);
    assertThat(registry.audit(id)).extracting(Registry.Entry::action).doesNotContain("client.change");
  }

  @Test
  void aNewNameIsFoundAndTheOldOneIsNot() {
    var id = registry.add("kind", "person", "name", "قديمالاسم الفريد");
    assertThat(registry.send("/clients/" + id + "/fields/display_name", "value", "جديدالاسم الفريد")).hasStatus(302);
    assertThat(registry.search("جديدالاسم")).containsExactly(id.toString());
    assertThat(registry.search("قديمالاسم")).isEmpty();
    assertThat(registry.rows("select given_name from constituents.party where id = ?", id.value()).getFirst()).containsEntry("given_name", "جديدالاسم");
  }

  @Test
  void aRoleIsTakenAndEndsWithItsReason() {
    var id = salem();
    var path = "/clients/" + id + "/roles";
    assertThat(registry.send(path, "role", "volunteer", "since", "1447/01/01")).hasStatus(302);
    assertThat(registry.send(path, "role", "volunteer")).hasStatus(422);
    assertThat(registry.send(path, "role", "king")).hasStatus(422);
    assertThat(registry.send(path, "role", "partner", "since", "2999-01-01")).hasStatus(422);
    assertThat(registry.send(path + "/volunteer/end", "reason", "")).hasStatus(422);
    assertThat(registry.send(path + "/volunteer/end", "reason", "سافر", "on", "1446/01/01")).hasStatus(422);
    assertThat(registry.send(path + "/volunteer/end", "reason", "سافر")).hasStatus(302);
    assertThat(registry.send(path + "/volunteer/end", "reason", "سافر")).hasStatus(422);
    assertThat(registry.send(path, "role", "volunteer")).hasStatus(302);
    assertThat(registry.rows("select ended_on is null as present from constituents.party_role where party_id = ? and role = 'volunteer' order by recorded_at", id.value()))
        .containsExactly(Map.of("present", false), Map.of("present", true));
    assertThat(registry.audit(id)).extracting(Registry.Entry::action).containsExactly("client.add", "client.role.take", "client.role.end", "client.role.take");
    assertThat(Registry.text(registry.open("/clients/" + id))).contains("سافر", "متطوع");
    assertThat(events.stream(RoleEnded.class).filter(event -> event.party().equals(id))).hasSize(1);
  }

  @Test
  void anAnswerAboutConsentIsOnlyEverAddedTo() {
    var id = salem();
    var path = "/clients/" + id + "/consents";
    assertThat(registry.send(path, "channel", "email", "topic", "appeals", "answer", "granted", "evidence", "نموذج 12")).hasStatus(302);
    assertThat(registry.send(path, "channel", "email", "topic", "appeals", "answer", "refused", "evidence", "مكالمة 5 رجب", "source", "call")).hasStatus(302);
    assertThat(registry.send(path, "channel", "email", "topic", "appeals", "answer", "granted", "evidence", " ")).hasStatus(422);
    assertThat(registry.send(path, "channel", "pigeon", "topic", "appeals", "answer", "granted", "evidence", "س")).hasStatus(422);
    assertThat(registry.send(path, "channel", "email", "topic", "appeals", "answer", "maybe", "evidence", "س")).hasStatus(422);
    assertThat(registry.rows("select state, evidence, source from constituents.consent where party_id = ? order by at, id", id.value())).containsExactly(
        Map.of("state", "granted", "evidence", "نموذج 12", "source", "staff"), Map.of("state", "refused", "evidence", "مكالمة 5 رجب", "source", "call"));
    assertThat(registry.audit(id)).extracting(Registry.Entry::action).containsExactly("client.add", "client.consent", "client.consent");
    assertThat(events.stream(ConsentChanged.class).filter(event -> event.party().equals(id)).map(ConsentChanged::granted)).containsExactly(true, false);
    assertThat(Registry.text(registry.open("/clients/" + id))).contains("مكالمة 5 رجب", "نموذج 12", "cell bad");
  }

  @Test
  void contactPointsComeAndGoWithOneEntryEach() {
    var id = salem();
    var path = "/clients/" + id;
    registry.send(path + "/phones", "value", "٠٥٥٥٠٠٠٢٢٢", "label", "العمل");
    registry.send(path + "/phones", "value", "+966555000222");
    registry.send(path + "/emails", "value", "Salem@Example.ORG");
    registry.send(path + "/emails", "value", "salem@example.org");
    registry.send(path + "/addresses", "city", "الطائف", "district", "الشفا");
    assertThat(registry.send(path + "/addresses", "city", " ")).hasStatus(422);
    var text = Registry.text(registry.open(path));
    assertThat(text).contains("+966 55 500 0222", "Salem@example.org", "الشفا، الطائف");
    registry.send(path + "/phones/removal", "value", "+966555000222");
    registry.send(path + "/phones/removal", "value", "+966555000222");
    assertThat(registry.audit(id)).extracting(Registry.Entry::action)
        .containsExactly("client.add", "client.phone.add", "client.email.add", "client.address.add", "client.read", "client.phone.remove");
    assertThat(registry.rows("select 1 from constituents.phone where party_id = ?", id.value())).isEmpty();
  }

  @Test
  void aFamilyHasMembersWithTheirPlaces() {
    var family = registry.add("kind", "family", "name", "أسرة الحربي");
    var father = salem();
    assertThat(registry.send("/clients/" + family + "/members", "member", father.toString(), "position", "head")).hasStatus(302);
    assertThat(registry.send("/clients/" + family + "/members", "member", "new", "member-text", "ريم بنت سالم الحربي", "position", "child")).hasStatus(302);
    assertThat(registry.send("/clients/" + family + "/members", "member", family.toString(), "position", "child")).hasStatus(422);
    assertThat(registry.send("/clients/" + family + "/members", "member", "", "member-text", "من؟", "position", "child")).hasStatus(422);
    assertThat(Registry.text(registry.open("/clients/" + family))).contains("رب الأسرة", "/clients/" + father, "ريم بنت سالم الحربي");
    assertThat(Registry.text(registry.open("/clients/" + father))).contains("أسرة الحربي", "/clients/" + family);
    assertThat(registry.send("/clients/" + family + "/departures", "member", father.toString(), "on", "1446/01/01", "how", "left")).hasStatus(302);
    assertThat(registry.rows("select until is null as present from constituents.family_member where member_id = ?", father.value())).containsExactly(Map.of("present", false));
  }

  @Test
  void theTimelineTellsEverythingOnceAndGoesOnInPages() {
    var id = salem();
    for (int i = 1; i <= 25; i++) {
      registry.send("/clients/" + id + "/notes", "text", "الملاحظة رقم «" + i + "»");
    }
    var page = Registry.text(registry.open("/clients/" + id));
    var seen = new ArrayList<Integer>();
    for (int parts = 0; parts < 5; parts++) {
      var found = Pattern.compile("«(\\d+)»").matcher(page);
      while (found.find()) {
        seen.add(Integer.valueOf(found.group(1)));
      }
      var older = Pattern.compile("hx-get=\"(/clients/[0-9a-f-]+/timeline\\?before=[^\"]+)\"").matcher(page);
      if (!older.find()) {
        break;
      }
      page = Registry.text(registry.open(older.group(1).replace("&amp;", "&")));
    }
    assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 25).map(i -> 26 - i).boxed().toList());
    assertThat(registry.send("/clients/" + id + "/notes", "text", "  ")).hasStatus(422);
    assertThat(registry.send("/clients/" + id + "/notes", "text", "س".repeat(10_001))).hasStatus(422);
  }

  @Test
  void whoLooksAtAPartOfAProfileIsWrittenDownToo() {
    var id = salem();
    registry.open("/clients/" + id + "/groups/identity");
    registry.open("/clients/" + id + "/timeline?before=2100-01-01T00:00:00Z");
    assertThat(registry.audit(id)).extracting(Registry.Entry::action).containsExactly("client.add", "client.read", "client.read");
  }

  @Test
  void aRemovedClientIsShownNowhereAndItsLinkSaysSo() {
    var id = registry.add("kind", "person", "name", "مزالالاسم الوحيد", "phone", "0555000333");
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'undone' where id = ?").param(id.value()).update();
    var page = registry.open("/clients/" + id);
    assertThat(page).hasStatus(410);
    assertThat(Registry.text(page)).doesNotContain("مزالالاسم");
    assertThat(registry.search("مزالالاسم")).isEmpty();
    assertThat(registry.search("0555000333")).isEmpty();
    assertThat(registry.send("/clients/" + id + "/notes", "text", "س")).hasStatus(404);
    assertThat(Registry.text(registry.open("/clients?q=" + Registry.encoded("مزالالاسم")))).doesNotContain("/clients/" + id);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(registry.open("/clients/" + UUID.randomUUID())).hasStatus(404);
    assertThat(registry.open("/clients/nobody")).hasStatus(404);
    assertThat(registry.open("/clients/" + salem() + "/groups/tenth")).hasStatus(404);
  }

  private long clients() {
    return (long) registry.rows("select count(*) as clients from constituents.party").getFirst().get("clients");
  }
}
