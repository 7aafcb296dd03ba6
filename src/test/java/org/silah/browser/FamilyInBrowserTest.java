package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A case worker draws up a family: who is in it, who was born, who died, who leads it now; and sees it drawn. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Charity(fresh = true)
class FamilyInBrowserTest {

  private static final String PASSWORD = "a long enough password";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;

  @Test
  void aFamilyIsDrawnAsItIsToldOf() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر بالرياض', 'Al-Birr Society, Riyadh', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
    staff.add("noura", "نورة القحطاني", "Noura Al-Qahtani", null, Set.of(Role.CASE_WORKER), passwords.encode(PASSWORD), false);
    var family = constituents.add(NewClient.of(ClientKind.FAMILY, "أسرة بلا أفراد", "test"));
    constituents.add(NewClient.person("أحمد سالم الغامدي", "test").born(Client.Gender.MALE, null));
    try (var visit = new Visit("http://localhost:" + port)) {
      var page = visit.page;
      visit.signIn("noura", PASSWORD);
      page.navigate("/clients/" + family + "/family");
      page.click("a[href$='open=member#deed']");
      page.locator("#member-text").pressSequentially("الغامدي");
      page.locator("#member-hits [data-fills]").first().click();
      page.selectOption("#position", "head");
      page.click("#deed button");
      assertThat(page.locator(".kindred .kin.head .given")).hasText("أحمد");
      page.click("form[action$='/family/proposal'] button");
      assertThat(page.locator("h1")).hasText("أسرة أحمد بن سالم الغامدي");
      page.click("a[href$='open=marriage#deed']");
      page.locator("#spouse-text").pressSequentially("هند علي الزهراني");
      page.locator("#spouse-hits [data-value='new']").click();
      page.fill("#on", "1/1/1430");
      page.click("#deed button");
      assertThat(page.locator(".kindred .kin")).hasCount(2);
      page.click("a[href$='open=birth#deed']");
      page.fill("#name", "يوسف");
      page.fill("#on", "15 رجب 1440");
      page.click("#deed button");
      assertThat(page.locator(".kindred .kin")).hasCount(3);
      assertThat(page.locator(".kindred .bond")).hasCount(1);
      assertThat(page.locator(".kindred .descent")).hasCount(1);
      page.click("a[href$='open=death#deed']");
      page.fill("#on", "1445/01/01");
      page.click("#deed button");
      assertThat(page.locator("h1")).hasText("أسرة المرحوم أحمد بن سالم الغامدي");
      page.click("form[action$='/headships'] button");
      assertThat(page.locator("h1")).hasText("أسرة هند بنت علي الزهراني");
      assertThat(page.locator(".kindred .kin.late .given")).hasText("أحمد");
      assertThat(page.locator(".kindred .kin.head .given")).hasText("هند");
      page.click(".kindred a[aria-label^='يوسف']");
      assertThat(page.locator("h1")).hasText("يوسف بن أحمد بن سالم الغامدي");
      org.assertj.core.api.Assertions.assertThat(visit.complaints).isEmpty();
    }
  }
}
