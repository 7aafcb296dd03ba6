package org.silah.constituents.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    assertThat(ids("/clients")).containsExactlyInAnyOrderElementsOf(added);
    assertThat(ids("/clients?order=newest")).containsExactlyElementsOf(added.reversed());
    assertThat(ids("/clients?kind=organisation")).hasSize(12);
    assertThat(ids("/clients?kind=organisation&role=donor&order=newest")).hasSize(4);
    assertThat(ids("/clients?role=donor")).hasSize(40);
    assertThat(ids("/clients?role=partner")).isEmpty();
    assertThat(ids("/clients?kind=ghost&role=king&after=nonsense")).hasSize(120);
    assertThat(ids("/clients?kind=organisation&q=" + Registry.encoded("عميل"))).hasSize(12);
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
