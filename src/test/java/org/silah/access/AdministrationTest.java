package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Staff, settings, keys and the log, as an administrator sees them. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Letters.class, AdministrationTest.Gifts.class})
class AdministrationTest {

  private static final String PASSWORD = "نخلة على ساحل هادئ";
  private static final Pattern ONE_TIME = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
  private static final Pattern KEY = Pattern.compile("silah_[A-Za-z0-9_-]{43}");

  private static volatile boolean giftsRecorded;

  @TestConfiguration
  static class Gifts {
    @Bean
    CurrencyLock giftsInOneCurrency() {
      return () -> giftsRecorded;
    }
  }

  @Autowired MockMvcTester web;
  @Autowired StaffMembers staff;
  @Autowired Credentials credentials;
  @Autowired Institutions institutions;
  @Autowired JdbcClient db;

  private Staff admin;
  private Browser browser;
  private String noura;
  private Institution before;

  @BeforeEach
  void theAdministratorIsSignedIn() {
    db.sql("delete from access.failed_sign_in").update();
    before = institutions.charity();
    var run = UUID.randomUUID().toString().substring(0, 8);
    noura = "noura-" + run;
    admin = staff.add("admin-" + run, "مدير النظام", "Administrator", null, Set.of(Role.ADMINISTRATOR), credentials.hash(PASSWORD), false);
    browser = new Browser(web).signIn(admin.username(), PASSWORD);
  }

  @AfterEach
  void theCharityIsAsBefore() {
    giftsRecorded = false;
    institutions.change(before);
    staff.find(admin.id()).filter(member -> !member.disabled()).ifPresent(member -> staff.disable(member.id()));
  }

  @Test
  void aNewMemberComesInByAOneTimePasswordThatIsShownOnce() {
    browser.get("/staff/new");
    var shown = browser.post("/staff", "username", noura, "nameAr", "نورة الشهري", "nameEn", "Noura", "email", "noura@charity.example", "roles", "case_worker", "roles", "registrar");
    assertThat(shown).hasStatusOk();
    var once = ONE_TIME.matcher(Browser.body(shown));
    assertThat(once.find()).isTrue();
    assertThat(browser.get("/staff")).bodyText().contains("نورة الشهري", "لم يختر كلمة مروره بعد").doesNotContain(once.group());
    assertThat(db.sql("select count(*) from access.audit_entry where detail::text like '%' || ? || '%'").param(once.group()).query(Long.class).single()).isZero();

    var hers = new Browser(web).signIn(noura, once.group());
    assertThat(hers.post("/account/password", "fresh", "قافلة تعبر الوادي ليلًا")).hasStatus(302);
    assertThat(hers.get("/staff")).hasStatus(403);
    assertThat(staff.named(noura).orElseThrow().roles()).containsExactlyInAnyOrder(Role.CASE_WORKER, Role.REGISTRAR);
  }

  @Test
  void aFormWithMistakesComesBackWithEverythingTyped() {
    browser.get("/staff/new");
    var answer = browser.post("/staff", "username", "Nörä!", "nameAr", "", "nameEn", "<b>Noura", "email", "not-an-address");
    assertThat(answer).hasStatus(422).bodyText().contains("username-error", "nameAr-error", "email-error", "roles-error", "value=\"Nörä!\"", "&lt;b>Noura", "not-an-address");
    assertThat(browser.post("/staff", "username", admin.username().toUpperCase(), "nameAr", "س", "nameEn", "S", "roles", "director"))
        .as("capital letters are no username").hasStatus(422);
    assertThat(browser.post("/staff", "username", admin.username(), "nameAr", "س", "nameEn", "S", "roles", "director")).hasStatus(422).bodyText().contains("لعضو آخر");
  }

  @Test
  void rolesThatDoNotExistAreNotGiven() {
    browser.get("/staff/new");
    browser.post("/staff", "username", noura, "nameAr", "نورة", "nameEn", "Noura", "roles", "director", "roles", "owner", "disabled", "false", "passwordHash", "x", "epoch", "9");
    var added = staff.named(noura).orElseThrow();
    assertThat(added.roles()).containsExactly(Role.DIRECTOR);
    assertThat(added.mustChangePassword()).isTrue();
    assertThat(added.epoch()).isZero();
  }

  @Test
  void aMemberIsDisabledAndEnabledAgain() {
    var member = staff.add(noura, "نورة", "Noura", null, Set.of(Role.DIRECTOR), credentials.hash(PASSWORD), false);
    var hers = new Browser(web).signIn(noura, PASSWORD);
    browser.get("/staff/" + member.id());
    assertThat(browser.post("/staff/" + member.id() + "/disabling")).hasStatus(302).redirectedUrl().isEqualTo("/staff");
    assertThat(browser.get("/staff")).bodyText().contains("أُوقف نورة");
    assertThat(hers.get("/account")).hasStatus(302);
    assertThat(browser.post("/staff/" + member.id() + "/enabling")).hasStatus(302);
    new Browser(web).signIn(noura, PASSWORD);
  }

  @Test
  void aForgottenPasswordIsReplacedByAOneTimePassword() {
    var member = staff.add(noura, "نورة", "Noura", null, Set.of(Role.DIRECTOR), credentials.hash(PASSWORD), false);
    browser.get("/staff/" + member.id());
    var once = ONE_TIME.matcher(Browser.body(browser.post("/staff/" + member.id() + "/password")));
    assertThat(once.find()).isTrue();
    assertThat(new Browser(web).signIn(noura, once.group()).get("/pyramid")).hasStatus(302).redirectedUrl().isEqualTo("/account");
    var old = new Browser(web);
    old.get("/sign-in");
    assertThat(old.post("/sign-in", "username", noura, "password", PASSWORD)).hasStatus(422);
  }

  @Test
  void theLastAdministratorStays() {
    db.sql("update access.staff set disabled_at = now() where id <> ?").param(admin.id()).update();
    browser.get("/staff/" + admin.id());
    assertThat(browser.post("/staff/" + admin.id() + "/disabling")).hasStatus(422).bodyText().contains("لا بد أن يبقى مدير نظام واحد");
    assertThat(browser.post("/staff/" + admin.id(), "nameAr", "مدير", "nameEn", "Admin", "roles", "director")).hasStatus(422).bodyText().contains("roles-error");
    assertThat(browser.get("/staff")).hasStatusOk();
  }

  @Test
  void theCharityTellsAboutItself() {
    assertThat(browser.get("/settings")).hasStatusOk().bodyText().contains("SAR", "Asia/Riyadh");
    assertThat(settings("https://crm.charity.example/", "KWD", "صلة@charity.example")).as("an address has Latin letters").isEqualTo(422);
    assertThat(settings("https://crm.charity.example/", "KWD", "mail@charity.example")).isEqualTo(302);
    var now = institutions.charity();
    assertThat(now.nameAr()).isEqualTo("جمعية البر «الأولى» <b>");
    assertThat(now.publicUrl()).hasToString("https://crm.charity.example");
    assertThat(now.currency().getCurrencyCode()).isEqualTo("KWD");
    assertThat(db.sql("select detail ->> 'after' from access.audit_entry where action = 'institution.change' order by seq desc limit 1").query(String.class).single()).contains("KWD");
  }

  @Test
  void whatCannotBeTheCharityIsRefused() {
    browser.get("/settings");
    for (var url : new String[] {"", "crm.example", "ftp://crm.example", "https://crm.example/path", "https://me@crm.example", "javascript:alert(1)", "https://crm.example?x", "http://"}) {
      assertThat(settings(url, "SAR", "mail@charity.example")).as(url).isEqualTo(422);
    }
    for (var currency : new String[] {"", "XXX", "DEM", "riyal"}) {
      assertThat(settings("https://crm.example", currency, "mail@charity.example")).as(currency).isEqualTo(422);
    }
  }

  @Test
  void theCurrencyStaysOnceGiftsAreCountedInIt() {
    giftsRecorded = true;
    assertThat(browser.get("/settings")).bodyText().doesNotContain("<select class=\"in\" id=\"currency\"");
    assertThat(settings("https://crm.example", "KWD", "mail@charity.example")).isEqualTo(422);
    assertThat(settings("http://crm.example", "SAR", "mail@charity.example")).isEqualTo(302);
  }

  @Test
  void aKeyIsShownOnceAndCanBeRevoked() {
    browser.get("/api-keys");
    assertThat(browser.post("/api-keys", "name", " ", "scopes", "everything")).hasStatus(422).bodyText().contains("name-error", "scopes-error");
    var shown = browser.post("/api-keys", "name", "بوابة التبرع", "scopes", "search:read", "scopes", "clients:write");
    var key = KEY.matcher(Browser.body(shown));
    assertThat(key.find()).isTrue();
    assertThat(call(key.group())).isEqualTo(200);
    var list = Browser.body(browser.get("/api-keys"));
    assertThat(list).contains("بوابة التبرع").doesNotContain(key.group());
    var revocation = Pattern.compile("/api-keys/[0-9a-f-]{36}/revocation").matcher(list);
    assertThat(revocation.find()).isTrue();
    assertThat(browser.post(revocation.group())).hasStatus(302);
    assertThat(call(key.group())).isEqualTo(401);
    assertThat(browser.post(revocation.group())).as("twice").hasStatus(404);
  }

  @Test
  void itsLastUseIsNotedOnceAMinute() {
    browser.get("/api-keys");
    var key = KEY.matcher(Browser.body(browser.post("/api-keys", "name", noura, "scopes", "search:read")));
    assertThat(key.find()).isTrue();
    call(key.group());
    var first = db.sql("select last_used_at from access.api_key where name = ?").param(noura).query(java.sql.Timestamp.class).single();
    call(key.group());
    assertThat(db.sql("select last_used_at from access.api_key where name = ?").param(noura).query(java.sql.Timestamp.class).single()).isEqualTo(first);
    db.sql("update access.api_key set last_used_at = last_used_at - interval '2 minutes' where name = ?").param(noura).update();
    call(key.group());
    assertThat(db.sql("select last_used_at from access.api_key where name = ?").param(noura).query(java.sql.Timestamp.class).single()).isAfterOrEqualTo(first);
  }

  @Test
  void theLogShowsWhoDidWhatAndIsReadPageByPage() {
    browser.get("/settings");
    settings("http://localhost:8080", "SAR", "mail@charity.example");
    assertThat(browser.get("/audit?person=" + admin.id())).hasStatusOk().bodyText().contains("تغيير الإعدادات", "تسجيل دخول", "مدير النظام");
    assertThat(browser.get("/audit?action=session.start&person=" + admin.id())).bodyText().contains("تسجيل دخول").doesNotContain("<td class=\"wrap\"><bdi>تغيير الإعدادات");
    assertThat(browser.get("/audit?subject=" + UUID.randomUUID())).bodyText().contains("لا قيود بهذه الصفة");
    assertThat(browser.get("/audit?day=" + institutions.today())).bodyText().contains("تسجيل دخول");
    assertThat(browser.get("/audit?day=2001-01-01")).bodyText().contains("لا قيود بهذه الصفة");
    assertThat(browser.get("/audit?day=whenever")).hasStatusOk().bodyText().contains("day-error");
    for (int i = 0; i < 60; i++) {
      browser.post("/account/language", "language", "ar");
    }
    var newest = Browser.body(browser.get("/audit?person=" + admin.id() + "&action=staff.change-language"));
    var older = Pattern.compile("href=\"(/audit\\?[^\"]*before=[^\"]*)\"").matcher(newest);
    assertThat(older.find()).isTrue();
    assertThat(rows(newest)).isEqualTo(50);
    assertThat(rows(Browser.body(browser.get(older.group(1).replace("&amp;", "&"))))).isEqualTo(10);
  }

  @Test
  void theLogIsVerifiedAtTheTouchOfAButton() {
    browser.get("/audit");
    assertThat(browser.post("/audit/verification")).hasStatus(302).redirectedUrl().isEqualTo("/audit");
    assertThat(browser.get("/audit")).bodyText().contains("السجل سليم");
  }

  private int settings(String url, String currency, String mail) {
    return browser.post("/settings", "nameAr", "جمعية البر «الأولى» <b>", "nameEn", "Al-Birr", "licenceNumber", "2233", "currency", currency, "region", "SA",
        "timeZone", "Asia/Riyadh", "publicUrl", url, "mailFrom", mail, "mailReplyTo", "").getResponse().getStatus();
  }

  private int call(String key) {
    return web.get().uri("/api/v1/letters").header("Authorization", "Bearer " + key).exchange().getResponse().getStatus();
  }

  private static int rows(String page) {
    return page.split("<td class=\"wide\"><span class=\"num\">", -1).length - 1;
  }
}
