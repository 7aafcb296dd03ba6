package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.kernel.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A registrar is told while typing that somebody is known, looks at a pair that is in the base twice, makes one of it, and two again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "silah.workers=true")
@Charity(fresh = true)
class DuplicatesInBrowserTest {

  private static final String PASSWORD = "a long enough password";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;

  @Test
  void aPairIsReviewedMergedAndParted() {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر بالرياض', 'Al-Birr Society, Riyadh', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
    staff.add("maha", "مها القحطاني", "Maha Al-Qahtani", null, Set.of(Role.REGISTRAR), passwords.encode(PASSWORD), false);
    var phone = PhoneNumber.parse("0551112233", "SA");
    var one = constituents.add(NewClient.person("غيداق الدوسري", "staff").phone(phone).born(Client.Gender.MALE, LocalDate.of(1985, 1, 1)));
    var other = constituents.add(NewClient.person("غيداق بن ناصر الدوسري", "staff").phone(phone).born(Client.Gender.MALE, LocalDate.of(1985, 3, 9)));
    try (var visit = new Visit("http://localhost:" + port)) {
      var page = visit.page;
      visit.signIn("maha", PASSWORD);
      page.navigate("/duplicates");
      for (int tries = 0; tries < 60 && page.locator("a[href^='/merges/new']").count() == 0; tries++) {
        page.waitForTimeout(1_000); // the follower of changes works in the background
        page.reload();
      }
      page.navigate("/clients/new");
      page.locator("#name").pressSequentially("غيداق الدوسري");
      assertThat(page.locator("[role=status] .notice a").first()).containsText("غيداق");
      page.navigate("/duplicates");
      page.locator("a[href^='/merges/new']").first().click();
      assertThat(page.locator("input[name=display_name][value='" + other + "']")).isChecked();
      assertThat(page.locator("input[name=birth_on][value='" + other + "']")).isChecked();
      page.locator("main form[action='/merges'] button.p").click();
      assertThat(page.locator("h1")).hasText("غيداق بن ناصر الدوسري");
      page.navigate("/clients/" + other);
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/clients/" + one));
      page.locator("#merges form[action$='/undoing'] button").click();
      assertThat(page.locator("h1")).hasText("غيداق الدوسري");
      page.navigate("/clients/" + other);
      assertThat(page.locator("h1")).hasText("غيداق بن ناصر الدوسري");
      org.assertj.core.api.Assertions.assertThat(visit.complaints).isEmpty();
    }
  }
}
