package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class SessionTest {

  private static final String PASSWORD = "نخلة على ساحل هادئ";
  private static final String OTHER = "قافلة تعبر الوادي ليلًا";

  @Autowired MockMvcTester web;
  @Autowired StaffMembers staff;
  @Autowired Credentials credentials;
  @Autowired QuietSessions sessions;
  @Autowired JdbcClient db;

  private Staff salem;
  private Browser browser;

  @BeforeEach
  void salemIsSignedIn() {
    db.sql("delete from access.failed_sign_in").update();
    salem = staff.add("salem-" + UUID.randomUUID().toString().substring(0, 8), "سالم", "Salem", null, Set.of(Role.DONOR_RELATIONS), credentials.hash(PASSWORD), false);
    browser = new Browser(web).signIn(salem.username(), PASSWORD);
  }

  @Test
  void theCookieIsHiddenFromScriptsAndFromOtherSites() {
    var fresh = new Browser(web);
    fresh.get("/sign-in");
    var cookies = fresh.post("/sign-in", "username", salem.username(), "password", PASSWORD).getResponse().getHeaders("Set-Cookie");
    assertThat(cookies).anyMatch(cookie -> cookie.startsWith("silah-session=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
  }

  @Test
  void aSessionThatWasPlantedBeforeSignInIsNotTheOneAfter() {
    var planted = sessions.createSession();
    sessions.save(planted);
    var victim = new Browser(web);
    victim.setCookie(SessionCookie.PLAIN, java.util.Base64.getEncoder().encodeToString(planted.getId().getBytes()));
    victim.get("/sign-in");
    var attacker = victim.copy();
    victim.signIn(salem.username(), PASSWORD);
    assertThat(victim.cookie(SessionCookie.PLAIN)).isNotEqualTo(attacker.cookie(SessionCookie.PLAIN));
    assertThat(attacker.get("/account")).hasStatus(302);
    assertThat(sessions.findById(planted.getId())).isNull();
  }

  @Test
  void whoIsDisabledIsOutAtTheNextRequest() {
    var elsewhere = new Browser(web).signIn(salem.username(), PASSWORD);
    staff.disable(salem.id());
    assertThat(browser.get("/account")).hasStatus(302);
    assertThat(elsewhere.post("/account/language", "language", "en")).hasStatus(302).redirectedUrl().startsWith("/sign-in");
    staff.enable(salem.id());
    assertThat(browser.get("/account")).as("an old session does not come back to life").hasStatus(302);
  }

  @Test
  void otherRolesEndWhatTheOldOnesOpened() {
    assertThat(browser.get("/pyramid")).hasStatusOk();
    var less = new Staff(salem.id(), salem.username(), salem.nameAr(), salem.nameEn(), null, Set.of(Role.CASE_WORKER), false, false, null, 0, Sight.WHOLE);
    staff.update(less);
    assertThat(browser.get("/pyramid")).hasStatus(302);
    assertThat(browser.signIn(salem.username(), PASSWORD).get("/pyramid")).hasStatus(403);
  }

  @Test
  void aNewNameAloneEndsNothing() {
    staff.update(new Staff(salem.id(), salem.username(), "سالم القحطاني", "Salem", null, salem.roles(), false, false, null, 0, Sight.WHOLE));
    assertThat(browser.get("/account")).hasStatusOk();
  }

  @Test
  void aNewPasswordEndsTheSessionsElsewhereAndKeepsThisOne() {
    var elsewhere = new Browser(web).signIn(salem.username(), PASSWORD);
    var before = browser.copy();
    assertThat(browser.post("/account/password", "current", PASSWORD, "fresh", OTHER)).hasStatus(302).redirectedUrl().isEqualTo("/account");
    assertThat(browser.get("/account")).hasStatusOk().bodyText().contains("تغيّرت كلمة المرور");
    assertThat(elsewhere.get("/account")).hasStatus(302);
    assertThat(before.get("/account")).hasStatus(302);
    new Browser(web).signIn(salem.username(), OTHER);
  }

  @Test
  void aPasswordThatOthersWouldGuessIsRefused() {
    for (var weak : List.of("short", "Password-1234", "كلمة المرور 123", salem.username() + "!!!", "ababababababab", "x".repeat(80), "ي".repeat(20) + "ابتثجحخدذرزسشصضطظع", PASSWORD)) {
      var answer = browser.post("/account/password", "current", PASSWORD, "fresh", weak);
      assertThat(answer).as(weak).hasStatus(422).bodyText().contains("id=\"fresh-error\"");
    }
    assertThat(browser.post("/account/password", "current", "wrong", "fresh", OTHER)).hasStatus(422).bodyText().contains("كلمة المرور الحالية غير صحيحة");
    assertThat(browser.get("/account")).hasStatusOk();
  }

  @Test
  void aStolenSessionCannotTryOutPasswords() {
    for (int i = 0; i < FailedSignIns.MOST; i++) {
      browser.post("/account/password", "current", "wrong", "fresh", OTHER);
    }
    assertThat(browser.post("/account/password", "current", PASSWORD, "fresh", OTHER)).hasStatus(422).bodyText().contains("محاولات كثيرة");
  }

  @Test
  void whoHasAOneTimePasswordCanOnlyChangeIt() {
    staff.setPassword(salem.id(), credentials.hash("one-time-word-22"), true);
    browser.signIn(salem.username(), "one-time-word-22");
    for (var path : List.of("/", "/pyramid", "/gifts", "/nothing")) {
      assertThat(browser.get(path)).as(path).hasStatus(302).redirectedUrl().isEqualTo("/account");
    }
    assertThat(browser.post("/pyramid/computation")).hasStatus(302).redirectedUrl().isEqualTo("/account");
    assertThat(browser.get("/account")).hasStatusOk().bodyText().contains("كلمة مرور مؤقتة").doesNotContain("id=\"current\"");
    assertThat(browser.post("/account/password", "fresh", OTHER)).hasStatus(302).redirectedUrl().isEqualTo("/");
    assertThat(browser.get("/pyramid")).hasStatusOk();
  }

  @Test
  void aSessionLastsEightHoursOfRestAndAWeekAtMost() {
    var id = id();
    assertThat(sessions.findById(id).getMaxInactiveInterval()).hasHours(8);
    age(id, "last_access_time", 8 * 60 + 1);
    assertThat(browser.get("/account")).hasStatus(302);
    browser = new Browser(web).signIn(salem.username(), PASSWORD);
    age(id(), "creation_time", 7 * 24 * 60 + 1);
    assertThat(browser.get("/account")).hasStatus(302);
  }

  @Test
  void itsLastUseIsWrittenDownOnceAMinute() {
    var id = id();
    var before = lastUse(id);
    browser.get("/account");
    assertThat(lastUse(id)).isEqualTo(before);
    age(id, "last_access_time", 2);
    browser.get("/account");
    assertThat(lastUse(id)).isGreaterThanOrEqualTo(before);
  }

  /** A thread that serves many requests must not remember who was signed in. */
  @Test
  void nothingOfASessionOutlivesItsRequest() {
    assertThat(browser.get("/account")).hasStatusOk();
    db.sql("delete from access.spring_session where session_id = ?").param(id()).update();
    assertThat(browser.get("/account")).hasStatus(302);
  }

  @Test
  void whatAnEarlierVersionWroteMeansSigningInAgain() {
    db.sql("update access.spring_session_attributes set attribute_bytes = 'broken' where session_primary_id = (select primary_id from access.spring_session where session_id = ?)").param(id()).update();
    assertThat(browser.get("/account")).hasStatus(302);
  }

  @Test
  void theLanguageOneChoseComesWithOneToEveryBrowser() {
    assertThat(browser.post("/account/language", "language", "en")).hasStatus(302);
    var elsewhere = new Browser(web);
    assertThat(elsewhere.get("/sign-in")).bodyText().contains("تسجيل الدخول");
    assertThat(elsewhere.signIn(salem.username(), PASSWORD).get("/account")).bodyText().contains("My account");
  }

  @Test
  void nobodyWhoOnlyLooksGetsASession() {
    var before = db.sql("select count(*) from access.spring_session").query(Long.class).single();
    var stranger = new Browser(web);
    for (var path : List.of("/sign-in", "/", "/gifts?x=1", "/static/css/silah.css", "/nothing")) {
      stranger.get(path);
    }
    stranger.post("/sign-in", "username", "nobody", "password", "wrong");
    assertThat(db.sql("select count(*) from access.spring_session").query(Long.class).single()).isEqualTo(before);
  }

  private String id() {
    return new String(java.util.Base64.getDecoder().decode(browser.cookie(SessionCookie.PLAIN)));
  }

  private long lastUse(String id) {
    return db.sql("select last_access_time from access.spring_session where session_id = ?").param(id).query(Long.class).single();
  }

  private void age(String id, String column, int minutes) {
    db.sql("update access.spring_session set " + column + " = " + column + " - ? where session_id = ?").params(minutes * 60_000L, id).update();
  }
}
