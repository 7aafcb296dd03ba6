package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.kernel.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A registrar looks at what the charity knows, goes to those behind a figure, confirms what is old, and prints whom to call. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "silah.workers=true")
@Charity(fresh = true)
class KnowledgeInBrowserTest {

  private static final String PASSWORD = "a long enough password";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;

  @Test
  void whatIsOldIsConfirmedAndTheCallsArePrinted() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر بالرياض', 'Al-Birr Society, Riyadh', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
    staff.add("maha", "مها الزهراني", "Maha Alzahrani", null, Set.of(Role.REGISTRAR), passwords.encode(PASSWORD), false);
    var client = constituents.add(NewClient.person("أحمد سالم الغامدي", "test").phone(PhoneNumber.parse("0501234567", "SA")));
    db.sql("update constituents.phone set as_of = '2020-01-01' where party_id = ?").param(client.value()).update();
    try (var visit = new Visit("http://localhost:" + port)) {
      var page = visit.page;
      visit.signIn("maha", PASSWORD);
      for (var look : List.of("en dark", "en light", "ar dark", "ar light")) {
        visit.like(look.substring(0, 2), look.substring(3));
        assertThat(new Look(visit, look.substring(3)).open("/clients/" + client, 200)).as("with what is stale, " + look).isEmpty();
      }
      assertThat(page.locator("#tile-identity small")).containsText("معلومة تنتظر التأكيد");
      page.click("#group-identity .stale button");
      assertThat(page.locator("#group-identity .stale")).hasCount(0);
      assertThat(page.locator("#timeline-entries")).containsText("تأكدنا أنه كما هو: الهاتف");
      assertThat(page.locator("#client-head .figures")).containsText("19.2%");
      page.click(".side a[href='/knowledge']");
      page.waitForCondition(() -> {
        page.reload();
        return page.locator(".kpi .v").first().textContent().equals("1");
      });
      assertThat(page.locator(".kpi .v").nth(1)).hasText("19.2%");
      page.click("a[href*='item=email&state=missing']");
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody .who")).containsText("أحمد سالم الغامدي");
      page.navigate("/knowledge/calls");
      assertThat(page.locator(".script li")).hasCount(5);
      assertThat(page.locator("[data-print]")).isVisible();
      page.evaluate("window.print = () => { document.title = 'printed'; }");
      page.click("[data-print]");
      assertThat(page).hasTitle("printed");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".side")).isHidden();
      assertThat(page.locator(".sieve")).isHidden();
      assertThat(page.locator(".calls .points > li")).containsText("‎+966 50 123 4567".substring(1));
      assertThat(page.pdf()).startsWith("%PDF".getBytes());
      assertThat(visit.complaints).isEmpty();
    }
  }
}
