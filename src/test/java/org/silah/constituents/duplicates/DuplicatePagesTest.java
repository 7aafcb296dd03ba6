package org.silah.constituents.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

/** The registrar is told of possible duplicates, with the reasons, and decides. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class DuplicatePagesTest {

  @Autowired Registry registry;
  @Autowired Following following;
  @Autowired SearchWork work;

  private static final List<List<String>> TWICE = List.of(
      List.of("غيداق بن ناصر الدوسري", "Ghaydaq Aldosari"), List.of("شاهين بن مطلق السهلي", "Shaheen Alsahli"), List.of("وديع بن راجح الغفيلي", "Wadee Alghufaili"),
      List.of("هزاع بن مشعل البقمي", "Hazza Albuqami"));
  private static int used;

  private List<String> names;
  private PartyId original;
  private PartyId copy;

  @BeforeEach
  void somebodyIsInTheBaseTwice() {
    names = TWICE.get(used);
    var phone = "055112233" + used;
    var birth = "198" + used + "-03-09";
    used++;
    original = registry.add("kind", "person", "name", names.getFirst(), "phone", phone, "birthOn", birth, "confirmed", "yes");
    copy = registry.add("kind", "person", "name", names.getLast(), "phone", phone, "birthOn", birth, "confirmed", "yes");
    follow();
  }

  private void follow() {
    while (following.step() > 0) {
      // until all changes are followed
    }
  }

  private String list() {
    return Registry.text(registry.open("/duplicates"));
  }

  @Test
  void aPairIsShownWithWhatSpeaksForItAndLeadsToTheComparison() {
    assertThat(list()).contains(names.getFirst(), names.getLast(), "الهاتف نفسه", "تاريخ الميلاد نفسه").containsPattern("/merges/new\\?client=[0-9a-f-]{36}&amp;client=[0-9a-f-]{36}");
    var pairs = Registry.text(registry.api(HttpMethod.GET, "/api/v1/duplicates?limit=1", null));
    assertThat(pairs).contains("\"band\":", "\"of\":\"phone\",\"level\":\"same\"");
    assertThat(Registry.text(registry.open("/clients/" + original))).contains("ملف يُحتمل أنه للعميل نفسه", "/merges/new?client=" + original + "&amp;client=" + copy);
  }

  @Test
  void twoWhoAreKeptApartAreNeverProposedAgainAndTheReasonIsKept() {
    var without = registry.send("/duplicates/decisions", "one", original.toString(), "other", copy.toString(), "reason", " ");
    assertThat(without).hasStatus(422);
    assertThat(Registry.text(without)).contains("class=\"err\"");
    assertThat(registry.send("/duplicates/decisions", "one", copy.toString(), "other", original.toString(), "reason", "هما ابنا عم، رأيتهما معًا")).hasRedirectedUrl("/duplicates");
    assertThat(list()).doesNotContain("/clients/" + copy);
    registry.send("/clients/" + copy + "/fields/title", "value", "السيد", "source", "call");
    follow();
    assertThat(registry.send("/duplicates/search")).hasRedirectedUrl("/duplicates");
    work.run(() -> false);
    assertThat(list()).doesNotContain("/clients/" + copy).contains("آخر بحث في القاعدة كلها");
    assertThat(registry.rows("select reason, decided_by is not null as signed from constituents.duplicate_decision where ? in (a, b)", copy.value()))
        .containsExactly(Map.of("reason", "هما ابنا عم، رأيتهما معًا", "signed", true));
    assertThat(registry.rows("select detail ->> 'other' as other from access.audit_entry where action = 'duplicates.apart' and subject = ?", copy.toString()))
        .containsExactly(Map.of("other", original.toString()));
    assertThat(registry.send("/duplicates/decisions", "one", copy.toString(), "other", copy.toString(), "reason", "خطأ")).hasStatus(404);
  }

  @Test
  void whoIsTypedInIsComparedBeforeTheFormIsSent() {
    var typing = Registry.text(registry.open("/clients/new/alike?kind=person&name=" + Registry.encoded(names.getFirst().replaceAll("بن \\S+ ", "")) + "&birthOn=198" + (used - 1) + "-03-09"));
    assertThat(typing).contains("/clients/" + original, "تاريخ الميلاد نفسه").doesNotContain("name=\"confirmed\"");
    assertThat(Registry.text(registry.open("/clients/new/alike?kind=person&name=" + Registry.encoded("رجاء العنزي"))).strip()).isEmpty();
    for (var nonsense : List.of("", "kind=x&name=a", "phone=abc&name=", "birthOn=yesterday&name=a", "identityNumber=1&identityKind=zz")) {
      assertThat(registry.open("/clients/new/alike?" + nonsense)).hasStatusOk();
    }
  }

  @Test
  void aPageOfManyPairsLeadsToTheNext() {
    for (var nonsense : List.of("x", "7f800000_1_2", "zz_" + UUID.randomUUID() + "_" + UUID.randomUUID(), "7fc00000_" + UUID.randomUUID() + "_" + UUID.randomUUID())) {
      assertThat(registry.open("/duplicates?after=" + nonsense)).hasStatusOk();
    }
  }
}
