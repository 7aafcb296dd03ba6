package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Gifts are recorded in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Charity(fresh = true)
class GiftPagesTest {

  private static final String PASSWORD = "a long enough password";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;

  @BeforeEach
  void aCharityWithSomeClients() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    if (staff.named("salem").isPresent()) {
      return;
    }
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر بالرياض', 'Al-Birr Society, Riyadh', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
    staff.add("salem", "سالم القحطاني", "Salem Al-Qahtani", null, Set.of(Role.DONOR_RELATIONS), passwords.encode(PASSWORD), false);
    constituents.add(NewClient.person("عبدالرحمن بن محمد بن سعد القحطاني", "test"));
    constituents.add(NewClient.person("نورة بنت خالد العتيبي", "test"));
  }

  @Test
  void aGiftIsRecordedWithTheKeyboardAlone() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("salem", PASSWORD);
      visit.page.navigate("/gifts/new");
      assertThat(visit.page.locator("#giver-text")).isFocused(); // by itself, one frame after the page is there
      visit.page.keyboard().type("القحطاني");
      assertThat(visit.page.locator("#giver-hits [data-fills]")).hasCount(1);
      visit.page.keyboard().press("ArrowDown");
      visit.page.keyboard().press("Enter");
      assertThat(visit.page.locator("#amount")).isFocused();
      visit.page.keyboard().type("1250.50");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Space");
      visit.page.keyboard().press("Enter");
      assertThat(visit.page.locator(".notice.ok")).containsText("1,250.50");
      assertThat(visit.page.locator("#giver-text")).isFocused();
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void whatIsTypedBeforeThePageIsReadyIsSearchedToo() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("salem", PASSWORD);
      var held = new CompletableFuture<Route>();
      visit.page.route("**/js/htmx-*", held::complete);
      visit.page.navigate("/gifts/new", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      visit.page.locator("#giver-text").pressSequentially("القحطاني");
      held.join().resume();
      assertThat(visit.page.locator("#giver-hits [data-fills]")).hasCount(1);
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void aGiverNobodyKnowsIsAddedWithoutLeavingTheForm() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("salem", PASSWORD);
      visit.page.navigate("/gifts/new");
      visit.page.fill("#amount", "60");
      visit.page.locator("#giver-text").pressSequentially("بدرية الجديدة");
      visit.page.click("#giver-hit-new");
      assertThat(visit.page.locator("#new_name")).hasValue("بدرية الجديدة");
      assertThat(visit.page.locator("#new_contact")).isFocused();
      visit.page.keyboard().type("0551112233");
      assertThat(visit.page.locator("#amount")).hasValue("60");
      visit.page.locator(".designation").isHidden();
      visit.page.check("input[name=purpose][value=project]", new com.microsoft.playwright.Page.CheckOptions().setForce(true));
      visit.page.fill("#designation", "بئر نور الهدى");
      visit.picture("gifts-new-giver");
      visit.page.click("form.gift-form footer button");
      assertThat(visit.page.locator(".notice.ok")).containsText("بدرية الجديدة");
      assertThat(visit.complaints).isEmpty();
    }
  }
}
