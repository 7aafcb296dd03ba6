package org.silah.constituents.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The list of clients is read to its end, in either order, narrowed down by the address bar. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class ClientListTest {

  @Autowired Registry registry;

  @Test
  void everyClientStandsOnceInEitherOrder() {
    var added = new ArrayList<String>();
    for (int i = 0; i < 120; i++) {
      added.add(registry.add("kind", i % 10 == 0 ? "organisation" : "person", "name", "عميل " + i % 7, "roles", i % 3 == 0 ? "donor" : "volunteer").toString());
    }
    assertThat(ids("/clients?all=yes")).containsAll(added).doesNotHaveDuplicates();
    assertThat(ids("/clients?order=newest")).containsSubsequence(added.reversed());
    assertThat(ids("/clients?kind=organisation")).hasSize(12);
    assertThat(ids("/clients?kind=organisation&role=donor&order=newest")).hasSize(4);
    assertThat(ids("/clients?role=donor")).hasSize(40);
    assertThat(ids("/clients?role=supervisor")).isEmpty();
    assertThat(ids("/clients?kind=ghost&role=king&after=nonsense")).containsAll(added);
    assertThat(ids("/clients?kind=organisation&q=" + Registry.encoded("عميل"))).hasSize(12);
  }

  @Test
  void theListIsReadToItsEndInEveryOrderAndBothWays() {
    for (int i = 0; i < 60; i++) {
      registry.add("kind", "other", "name", "جهة " + (char) ('ا' + i % 26) + i % 3, "roles", "partner");
    }
    var by = new HashMap<String, List<String>>();
    for (var order : List.of("name", "-name", "number", "-number", "newest", "oldest", "changed", "-changed")) {
      by.put(order, ids("/clients?kind=other&role=partner&order=" + order));
      assertThat(by.get(order)).as(order).hasSize(60).doesNotHaveDuplicates();
    }
    assertThat(by.get("-name")).isEqualTo(by.get("name").reversed());
    assertThat(by.get("-number")).isEqualTo(by.get("number").reversed()).isEqualTo(by.get("newest"));
    assertThat(by.get("oldest")).isEqualTo(by.get("newest").reversed());
    assertThat(by.get("-changed")).isEqualTo(by.get("changed").reversed());
    registry.send("/clients/" + by.get("number").getFirst() + "/notes", "text", "زيارة");
    registry.send("/clients/" + by.get("number").get(3) + "/phones", "value", "0551112222", "source", "client");
    assertThat(ids("/clients?kind=other&role=partner&order=changed").getFirst()).isEqualTo(by.get("number").get(3));
  }

  @Test
  void eachFilterFindsWhomItSays() {
    var riyadh = registry.add("kind", "agency", "bearing", "supporting", "name", "وكالة في الرياض", "phone", "0551231231");
    var silent = registry.add("kind", "agency", "bearing", "supporting", "name", "وكالة صامتة", "email", "silent@people.example");
    registry.send("/clients/" + riyadh + "/addresses", "city", "الرياض", "source", "client");
    registry.send("/clients/" + silent + "/addresses", "city", "الرياض", "source", "client");
    var address = registry.rows("select id from constituents.address where party_id = ?", silent.value()).getFirst().get("id");
    registry.send("/clients/" + silent + "/addresses/" + address + "/protection");
    registry.send("/clients/" + silent + "/consents", "channel", "email", "topic", "appeals", "answer", "granted", "evidence", "ورقة", "source", "client");
    registry.send("/clients/" + riyadh + "/consents", "channel", "email", "topic", "appeals", "answer", "granted", "evidence", "ورقة", "source", "client");
    registry.send("/clients/" + riyadh + "/consents", "channel", "email", "topic", "appeals", "answer", "refused", "evidence", "ورقة", "source", "client");
    var agencies = "/clients?kind=agency&";
    assertThat(ids(agencies + "city=" + Registry.encoded("رياض"))).containsExactly(riyadh.toString());
    assertThat(ids(agencies + "phone=yes")).containsExactly(riyadh.toString());
    assertThat(ids(agencies + "phone=no")).containsExactly(silent.toString());
    assertThat(ids(agencies + "email=yes")).containsExactly(silent.toString());
    assertThat(ids(agencies + "consent=email-granted")).containsExactly(silent.toString());
    assertThat(ids(agencies + "consent=email-refused")).containsExactly(riyadh.toString());
    assertThat(ids(agencies + "consent=sms-granted")).isEmpty();
    assertThat(ids(agencies + "added_since=" + java.time.LocalDate.now(java.time.ZoneId.of("Asia/Riyadh")))).hasSize(2);
    assertThat(ids(agencies + "gave_since=2020-01-01")).isEmpty();
    assertThat(ids(agencies + "class=top")).isEmpty();
    assertThat(ids(agencies + "phone=no&email=yes&consent=email-granted")).containsExactly(silent.toString());
    assertThat(Registry.text(registry.open("/clients/export?kind=agency&phone=no"))).contains("وكالة صامتة").doesNotContain("وكالة في الرياض");
  }

  /** Whatever is put into the address is a value at most: never a statement, never an error, and said to be left out. */
  @Test
  void whatTheAddressSmugglesInIsLeftOutAndTold() {
    var hostile = List.of("' or 1=1 --", "name; drop table constituents.party", "1) union select 1", "p.name_key desc, (select pg_sleep(9))", "\u0000", "%27", "9".repeat(400), "٩٩٩٩/٩٩/٩٩", "-1");
    for (var parameter : List.of("kind", "role", "branch", "order", "phone", "email", "consent", "class", "added_since", "gave_since", "gave_before")) {
      for (var value : hostile) {
        var page = registry.open("/clients?" + parameter + "=" + Registry.encoded(value));
        assertThat(page).as(parameter + " " + value).hasStatusOk();
        if (!value.equals("\u0000")) {
          assertThat(Registry.text(page)).as(parameter + " " + value).contains("لم نفهم بعض ما في العنوان");
        }
      }
    }
    for (var parameter : List.of("q", "city", "columns", "view", "after")) {
      for (var value : hostile) {
        assertThat(registry.open("/clients?" + parameter + "=" + Registry.encoded(value))).as(parameter + " " + value).hasStatusOk();
        assertThat(registry.open("/clients/export?" + parameter + "=" + Registry.encoded(value))).as(parameter + " " + value).hasStatusOk();
      }
    }
    for (var order : List.of("name", "number", "changed", "newest")) {
      for (var cursor : hostile) {
        var after = java.util.Base64.getUrlEncoder().encodeToString((java.util.UUID.randomUUID() + cursor).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(registry.open("/clients?order=" + order + "&after=" + after)).as(order + " " + cursor).hasStatusOk();
      }
    }
  }

  @Test
  void columnsAreChosenByEachForThemselves() {
    registry.add("kind", "family", "name", "أسرة الأعمدة", "phone", "0559998887");
    assertThat(Registry.text(registry.open("/clients?kind=family"))).contains("+966 55 999 8887").doesNotContain("<th scope=\"col\" class=\"\">تاريخ الإضافة");
    assertThat(registry.send("/clients/columns", "column", "constituents.list.added", "column", "nonsense', 'x", "kind", "family")).hasStatus(302).redirectedUrl().isEqualTo("/clients?kind=family");
    var chosen = Registry.text(registry.open("/clients?kind=family"));
    assertThat(chosen).contains("تاريخ الإضافة</th>").doesNotContain("+966 55 999 8887");
    assertThat(Registry.text(registry.open("/clients?kind=family&columns=constituents.phone"))).contains("+966 55 999 8887");
    registry.send("/clients/columns", "column", "constituents.phone", "column", "constituents.role");
    assertThat(Registry.text(registry.open("/clients?kind=family"))).contains("+966 55 999 8887");
  }

  @Test
  void anEmptyListSaysWhatToDoNext() {
    assertThat(Registry.text(registry.open("/clients?role=employee"))).contains("لا عميل يوافق هذه التصفية", "href=\"/clients/new\"");
  }

  private List<String> ids(String path) {
    var all = new ArrayList<String>();
    for (var at = path; at != null; ) {
      var page = registry.open(at);
      assertThat(page).hasStatusOk();
      var text = Registry.text(page);
      var row = Pattern.compile("<th scope=\"row\"><a class=\"who\" href=\"/clients/([0-9a-f-]{36})\"").matcher(text);
      while (row.find()) {
        all.add(row.group(1));
      }
      var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(text);
      at = next.find() ? next.group(1).replace("&amp;", "&") : null;
    }
    return all;
  }
}
