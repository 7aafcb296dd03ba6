package org.silah.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.giving.GiftChannel;
import org.silah.giving.GiftId;
import org.silah.giving.Giving;
import org.silah.giving.NewGift;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The pages of gifts, seen and used in a real browser, in both languages and themes, on a desk and on a phone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Charity(fresh = true)
class GiftPagesTest {

  private static final String PASSWORD = "a long enough password";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired Constituents constituents;
  @Autowired Giving giving;

  private final List<GiftId> gifts = new ArrayList<>();

  @BeforeEach
  void aCharityWithSomeGifts() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    if (staff.named("salem").isPresent()) {
      return;
    }
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر بالرياض', 'Al-Birr Society, Riyadh', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
    staff.add("salem", "سالم القحطاني", "Salem Al-Qahtani", null, Set.of(Role.DONOR_RELATIONS), passwords.encode(PASSWORD), false);
    staff.add("admin", "مدير النظام", "Administrator", null, Set.of(Role.ADMINISTRATOR), passwords.encode(PASSWORD), false);
    give("عبدالرحمن بن محمد بن سعد القحطاني", "12500", "SAR", LocalDate.of(2026, 10, 25), Purpose.ZAKAT, null);
    give("نورة بنت خالد العتيبي", "350", "SAR", LocalDate.of(2026, 10, 23), Purpose.KAFALA, null);
    give("مؤسسة الراجحي الإنسانية", "250000", "SAR", LocalDate.of(2026, 10, 20), Purpose.PROJECT, "بئر نور الهدى");
    give("Fatima Al-Sayed (أم يوسف)", "100.500", "KWD", LocalDate.of(2026, 10, 13), Purpose.SADAQAH, null);
    give("أحمد الغامدي", "75", "USD", LocalDate.of(2025, 3, 1), Purpose.GENERAL, null);
    giving.reverse(gifts.get(1), "سُجّل مرتين");
  }

  private void give(String name, String amount, String currency, LocalDate day, Purpose purpose, String designation) {
    var giver = constituents.add(NewClient.person(name, "test"));
    var money = Money.of(new BigDecimal(amount), Currency.getInstance(currency));
    gifts.add(giving.record(new NewGift(giver, money, day, purpose, designation, GiftChannel.TRANSFER)));
  }

  @Test
  void aGiftIsRecordedWithTheKeyboardAlone() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("salem", PASSWORD);
      visit.page.navigate("/gifts/new");
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

  @Test
  void everyPageIsAccessibleAndFitsInBothLanguagesAndThemes() {
    try (var visit = new Visit("http://localhost:" + port)) {
      visit.signIn("admin", PASSWORD);
      var pages = List.of("/gifts", "/gifts/new", "/gifts/new?new_name=", "/gifts/" + id(0), "/gifts/" + id(1), "/settings/rates",
          "/gifts?purpose=waqf", "/gifts?giver-text=zzz");
      for (var language : List.of("ar", "en")) {
        for (var theme : List.of("light", "dark")) {
          visit.language(language);
          visit.theme(theme);
          for (var address : pages) {
            visit.page.navigate(address);
            for (int width : new int[] {1360, 390}) {
              visit.width(width);
              visit.picture(address.replaceAll("[^a-z]+", "-").substring(1) + pages.indexOf(address) + "-" + language + "-" + theme + "-" + width);
              visit.fitsTheScreen();
            }
            visit.isAccessible();
          }
        }
      }
      assertThat(visit.complaints).isEmpty();
    }
  }

  /** In the order they were recorded. */
  private String id(int which) {
    return db.sql("select id::text from giving.gift order by id offset ? limit 1").param(which).query(String.class).single();
  }
}
