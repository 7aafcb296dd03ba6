package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Set;
import java.util.regex.Pattern;
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

/** Whoever has a keyboard and nothing else finds people, goes to pages and does things. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Charity(fresh = true)
class PaletteInBrowserTest {

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

  private Visit inside() {
    var visit = new Visit("http://localhost:" + port);
    visit.signIn("salem", PASSWORD);
    visit.page.navigate("/gifts");
    return visit;
  }

  @Test
  void aClientIsFoundOpenedAndServedByKeyboardAlone() {
    try (var visit = inside()) {
      var keys = visit.page.keyboard();
      var chosen = visit.page.locator("#palette-hits [aria-selected='true']");
      keys.press("Control+KeyK");
      assertThat(visit.page.locator("#palette-text")).isFocused();
      keys.type("العتيني"); // with a slip
      assertThat(chosen).containsText("نورة بنت خالد العتيبي");
      assertThat(visit.page.locator("#palette-text")).hasAttribute("aria-activedescendant", "palette-hit-0");
      assertThat(visit.page.locator("#palette [role='status']")).not().isEmpty();
      keys.press("ArrowDown");
      assertThat(chosen).hasText("سجّل تبرعًا من نورة بنت خالد العتيبي");
      keys.press("ArrowUp");
      keys.press("Enter");
      assertThat(visit.page.locator("h1")).hasText("نورة بنت خالد العتيبي");
      // and from here a gift of hers, with the profile opened lately on top
      keys.press("Control+KeyK");
      assertThat(visit.page.locator("#palette-clients")).hasText("عملاء فتحت ملفاتهم مؤخرًا");
      assertThat(chosen).containsText("نورة بنت خالد العتيبي");
      keys.type("نوره");
      assertThat(visit.page.locator("#palette-action-0")).hasText("سجّل تبرعًا من نورة بنت خالد العتيبي");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(visit.page).hasURL(Pattern.compile("/gifts/new\\?giver="));
      assertThat(visit.page.locator("#giver-text")).hasValue("نورة بنت خالد العتيبي");
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void whatWasTypedOnTheOtherKeyboardIsFoundToo() {
    try (var visit = inside()) {
      visit.page.keyboard().press("Control+KeyK");
      visit.page.keyboard().type("k,vm"); // نورة
      assertThat(visit.page.locator("#palette .meant")).hasText("هل تقصد «نورة»؟");
      assertThat(visit.page.locator("#palette-hit-0")).containsText("نورة بنت خالد العتيبي");
      visit.page.keyboard().press("Escape");
      visit.page.fill("#find", "uf] hgvplk"); // its sign ] goes into the address as a form writes it
      visit.page.press("#find", "Enter");
      assertThat(visit.page.locator("main .meant")).hasText("هل تقصد «عبد الرحمن»؟");
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void escapeClosesItAndTheFocusIsWhereItWas() {
    try (var visit = inside()) {
      var from = visit.page.locator("main a[href='/gifts/new']").first();
      from.focus();
      visit.page.keyboard().press("Control+KeyK");
      assertThat(visit.page.locator("#palette-places")).isVisible();
      visit.isAccessible();
      visit.page.keyboard().press("Escape");
      assertThat(visit.page.locator("#palette")).not().isVisible();
      assertThat(from).isFocused();
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void aPageIsOpenedByItsWordOrByItsLetter() {
    try (var visit = inside()) {
      var keys = visit.page.keyboard();
      keys.press("Control+KeyK");
      keys.type("pyr"); // in the other language
      assertThat(visit.page.locator("#palette-place-0")).hasAttribute("aria-selected", "true");
      keys.press("Enter");
      assertThat(visit.page).hasURL(Pattern.compile("/pyramid$"));
      keys.press("KeyG");
      keys.press("KeyC");
      assertThat(visit.page).hasURL(Pattern.compile("/clients$"));
      keys.press("Slash");
      assertThat(visit.page.locator("#find")).isFocused();
      keys.type("g m"); // in a box letters are letters
      assertThat(visit.page).hasURL(Pattern.compile("/clients$"));
      assertThat(visit.complaints).isEmpty();
    }
  }

  @Test
  void theSheetTellsTheKeysAndThoseOfOneLetterCanBeSwitchedOff() {
    try (var visit = inside()) {
      var keys = visit.page.keyboard();
      keys.press("Shift+Slash");
      assertThat(visit.page.locator("#keys")).isVisible();
      assertThat(visit.page.locator("#keys")).containsText("لوحة الأوامر من أي صفحة");
      visit.isAccessible();
      visit.page.uncheck("#single-keys");
      keys.press("Escape");
      keys.press("KeyG");
      keys.press("KeyP");
      assertThat(visit.page).hasURL(Pattern.compile("/gifts$"));
      keys.press("Control+KeyK");
      assertThat(visit.page.locator("#palette")).isVisible();
      assertThat(visit.complaints).isEmpty();
    }
  }
}
