package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.MovableClock;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The administrator says what documents there are; the case worker sees which of them expire. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class, MovableClock.OnTheWall.class})
class DocumentKindsTest {

  @Autowired FilingCabinet cabinet;
  @Autowired MovableClock clock;

  @Test
  void aKindIsAddedRenamedAndRetired() {
    var admin = cabinet.as(Role.ADMINISTRATOR);
    assertThat(admin.post("/settings/document-kinds", "nameAr", "", "nameEn", "x".repeat(101))).hasStatus(422);
    assertThat(admin.post("/settings/document-kinds", "nameAr", "شهادة مدرسية", "nameEn", "School certificate", "expires", "yes")).hasStatus(302);
    var list = Browser.body(admin.get("/settings/document-kinds"));
    assertThat(list).contains("School certificate", "شهادة مدرسية", "Copy of national identity");
    var place = Pattern.compile("/settings/document-kinds/(own-[0-9a-f-]+)\">School").matcher(list);
    assertThat(place.find()).isTrue();
    var code = place.group(1);
    var client = cabinet.client();
    cabinet.add(client, "c.pdf", Papers.pdf("School"), "kind", code);
    assertThat(admin.post("/settings/document-kinds/" + code, "nameAr", "شهادة الدراسة", "nameEn", "Certificate of study", "sensitive", "yes", "retired", "yes")).hasStatus(302);
    assertThat(cabinet.profile(Role.CASE_WORKER, client)).contains("Certificate of study").doesNotContain("School certificate");
    assertThat(Browser.body(cabinet.as(Role.CASE_WORKER).get("/clients/" + client + "/documents/new"))).doesNotContain("Certificate of study");
    assertThat(admin.get("/settings/document-kinds/none-such")).hasStatus(404);
    assertThat(Browser.body(admin.get("/audit"))).contains("Kind of documents added", "Kind of documents changed");
  }

  @Test
  void whatExpiresIsMarkedAndListedInTime() {
    clock.moveTo(LocalDate.of(2026, 11, 22));
    var client = cabinet.client();
    for (var one : Map.of("إقامة منتهية", "2026-11-21", "هوية تنتهي قريبًا", "2026-12-10", "رخصة بعيدة", "2027-02-01", "عقد اليوم", "2026-11-22", "بلا نهاية", "").entrySet()) {
      cabinet.add(client, "x.pdf", Papers.pdf(one.getValue()), "title", one.getKey(), "expires", one.getValue());
    }
    var profile = cabinet.profile(Role.DIRECTOR, client);
    assertThat(profile.split("pill bad\">Expired", -1)).hasSize(2);
    assertThat(profile.split("pill warn\">Expires", -1)).hasSize(3);
    assertThat(within("0")).contains("إقامة منتهية").doesNotContain("هوية تنتهي قريبًا", "عقد اليوم");
    assertThat(within("")).contains("هوية تنتهي قريبًا", "عقد اليوم").doesNotContain("رخصة بعيدة", "إقامة منتهية");
    assertThat(within("90")).contains("هوية تنتهي قريبًا", "رخصة بعيدة").doesNotContain("بلا نهاية");
    assertThat(within("nonsense")).contains("هوية تنتهي قريبًا");
  }

  @Test
  void manyAreReadPageByPageWithoutLosingOne() {
    clock.moveTo(LocalDate.of(2026, 11, 22));
    var client = cabinet.client();
    for (int i = 0; i < 60; i++) {
      cabinet.add(client, "x.pdf", Papers.pdf("many"), "title", "ورقة رقم " + i + ".", "expires", "2026-11-2" + (5 + i % 3));
    }
    var seen = new java.util.TreeSet<String>();
    var page = within("7");
    for (int pages = 0; pages < 5; pages++) {
      Pattern.compile("ورقة رقم \\d+\\.").matcher(page).results().forEach(found -> assertThat(seen.add(found.group())).isTrue());
      var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
      if (!next.find()) {
        break;
      }
      page = Browser.body(cabinet.as(Role.CASE_WORKER).get(next.group(1).replace("&amp;", "&")));
    }
    assertThat(seen).hasSize(60);
    assertThat(cabinet.as(Role.CASE_WORKER).get("/documents?within=7&after=x")).hasStatus(404);
  }

  private String within(String days) {
    return Browser.body(cabinet.as(Role.CASE_WORKER).get("/documents?within=" + days));
  }
}
