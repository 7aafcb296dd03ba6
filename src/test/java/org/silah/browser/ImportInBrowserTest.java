package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.kernel.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;

/** A registrar imports lists in a real browser, while the work is done in the background as in life. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "silah.workers=true")
@Charity(fresh = true)
@DirtiesContext // its workers would outlive the database
class ImportInBrowserTest {

  private static final String PASSWORD = "a long enough password";
  private static final String MIXED = "الاسم;الجوال;المدينة\nلولوة التركي;0501239001;الرس\nلولوة التركي;0501239001;\nمنال التركي;12;\n<b>جميلة</b> التركي;0501239002;=1+1\n";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;

  @BeforeEach
  void aRegistrar() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    if (staff.named("maha").isEmpty()) {
      staff.add("maha", "مها القحطاني", "Maha Al-Qahtani", null, Set.of(Role.REGISTRAR), passwords.encode(PASSWORD), false);
    }
  }

  @Test
  void theListsOfBothBranchesAreImportedAndAClientIsFound() throws IOException {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("maha", PASSWORD);
      for (var file : List.of("branch_list_windows-1256.csv", "branch_list_utf8_bom.csv")) {
        var bytes = Files.readAllBytes(SharedData.path("csv/" + file));
        visit.page.navigate("/clients");
        visit.page.locator("a[href='/imports']").first().click();
        handIn(visit, file, bytes);
        visit.page.click("form[action$='/columns'] footer button");
        assertThat(visit.page.locator(".tiles")).isVisible();
        visit.page.click("form[action$='/commit'] button");
        assertThat(visit.page.locator(".notice.ok")).containsText("حُفظت 3 صفوف");
      }
      assertThat(visit.page.locator(".pill.info").first()).containsText("انضم");
      visit.page.fill("#find", "احمد عبدالله الغامدي");
      assertThat(visit.page.locator("#find-hits [role=option]").first()).containsText("أحمد بن عبد الله الغامدي");
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void anImportIsUndoneAfterASecondQuestion() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("maha", PASSWORD);
      visit.page.navigate("/imports");
      handIn(visit, "list.csv", "الاسم;الجوال\nشيخة النعيم;0501238001\n".getBytes(StandardCharsets.UTF_8));
      visit.page.click("form[action$='/columns'] footer button");
      visit.page.click("form[action$='/commit'] button");
      visit.page.click("a[href$='/undoing']");
      visit.page.click("form[action$='/undoing'] footer button");
      assertThat(visit.page.locator("#main")).containsText("عاد كل شيء كما كان قبله");
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void aChosenFileIsNamedAndOneBeyondTheLimitIsToldOfBeforeItIsSent() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("maha", PASSWORD);
      visit.page.navigate("/imports");
      assertThat(visit.page.locator(".drop")).containsText("لم يُختر ملف بعد");
      visit.page.locator("#file").evaluate("box => box.dataset.largest = '10'");
      visit.page.setInputFiles("#file", payload("list.csv", MIXED.getBytes(StandardCharsets.UTF_8)));
      assertThat((String) visit.page.locator("#file").evaluate("box => box.validationMessage")).contains("300");
      assertThat(visit.page.locator(".drop")).containsText("list.csv");
    }
  }

  @Test
  void anImportThatBrokeSaysSoReadably() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("maha", PASSWORD);
      visit.page.navigate("/imports");
      handIn(visit, "list.csv", MIXED.getBytes(StandardCharsets.UTF_8));
      var id = visit.page.url().replaceAll(".*/imports/", "");
      db.sql("update constituents.import set state = 'broken' where id = ?::uuid").param(id).update();
      visit.page.reload();
      assertThat(visit.page.locator("main .notice")).isVisible();
      visit.isAccessible();
      visit.width(390);
      visit.fitsTheScreen();
      assertThat(visit.complaints).isEmpty();
    }
  }

  private static void handIn(Visit visit, String name, byte[] bytes) {
    visit.page.setInputFiles("#file", payload(name, bytes));
    visit.page.click("form[action='/imports'] footer button");
    assertThat(visit.page.locator("#columns")).isVisible();
  }

  private static FilePayload payload(String name, byte[] bytes) {
    return new FilePayload(name, "text/csv", bytes);
  }
}
