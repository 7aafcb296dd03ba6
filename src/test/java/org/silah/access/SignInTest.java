package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class SignInTest {

  private static final String PASSWORD = "نخلة على ساحل هادئ";

  @Autowired MockMvcTester web;
  @Autowired StaffMembers staff;
  @Autowired Credentials credentials;
  @Autowired FailedSignIns failures;
  @Autowired JdbcClient db;

  private Staff maha;
  private Browser browser;

  @BeforeEach
  void mahaIsRegistrar() {
    var name = "maha-" + UUID.randomUUID().toString().substring(0, 8);
    maha = staff.add(name, "مها العتيبي", "Maha Alotaibi", null, Set.of(Role.REGISTRAR), credentials.hash(PASSWORD), false);
    browser = new Browser(web);
    db.sql("delete from access.failed_sign_in").update();
  }

  @Test
  void aStaffMemberSignsInAndOut() {
    assertThat(browser.get("/account")).hasStatus(302).redirectedUrl().isEqualTo("/sign-in?next=%2Faccount");
    browser.signIn(maha.username(), PASSWORD);
    assertThat(browser.get("/account")).hasStatusOk().bodyText().contains("مها العتيبي");
    var before = browser.copy();
    assertThat(browser.post("/sign-out")).hasStatus(302).redirectedUrl().isEqualTo("/sign-in");
    assertThat(before.get("/account")).as("the cookie of before is worth nothing").hasStatus(302);
  }

  @Test
  void onesNameMayBeTypedInAnyCaseAndWithBlanks() {
    assertThat(signIn(" " + maha.username().toUpperCase() + " ", PASSWORD)).isEqualTo(302);
  }

  @Test
  void afterSignInOneComesToThePageOneWanted() {
    browser.get("/sign-in");
    assertThat(browser.post("/sign-in", "username", maha.username(), "password", PASSWORD, "next", "/account?a=1")).redirectedUrl().isEqualTo("/account?a=1");
    for (var elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example")) {
      var other = new Browser(web);
      other.get("/sign-in");
      assertThat(other.post("/sign-in", "username", maha.username(), "password", PASSWORD, "next", elsewhere)).redirectedUrl().isEqualTo("/");
    }
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() {
    var disabled = staff.add(maha.username() + "-gone", "نورة", "Noura", null, Set.of(Role.DIRECTOR), credentials.hash(PASSWORD), false);
    staff.disable(disabled.id());
    var answers = new ArrayList<String>();
    for (var tried : List.of(List.of(maha.username(), "wrong"), List.of("nobody-at-all", PASSWORD), List.of(disabled.username(), PASSWORD), List.of("", ""))) {
      browser.get("/sign-in");
      var answer = browser.post("/sign-in", "username", tried.getFirst(), "password", tried.getLast());
      assertThat(answer).hasStatus(422);
      answers.add(Browser.body(answer).replace(tried.getFirst().isEmpty() ? "\u0000" : tried.getFirst(), "").replaceAll("(nonce|value)=\"[^\"]*\"", ""));
    }
    assertThat(Set.copyOf(answers)).hasSize(1);
    assertThat(answers.getFirst()).contains("اسم المستخدم أو كلمة المرور غير صحيحة");
  }

  /** Each way through does one hashing of the same cost; the clock of this machine is not asked. */
  @Test
  void anUnknownNameCostsAsMuchAsAWrongPassword() {
    var counted = new CountingEncoder();
    var door = new Credentials(staff, counted);
    door.prove(maha.username(), "wrong");
    door.prove("nobody-at-all", "wrong");
    staff.disable(maha.id());
    door.prove(maha.username(), PASSWORD);
    assertThat(counted.costs).containsExactly("$2a$12$", "$2a$12$", "$2a$12$");
  }

  @Test
  void afterTenVainTriesTheNameRestsAWhile() {
    for (int i = 0; i < FailedSignIns.MOST; i++) {
      assertThat(signIn(maha.username(), "wrong")).isEqualTo(422);
    }
    browser.get("/sign-in");
    var held = browser.post("/sign-in", "username", maha.username(), "password", PASSWORD);
    assertThat(held).hasStatus(429).bodyText().contains("محاولات كثيرة. أعد المحاولة بعد 10 دقائق.");
    assertThat(Integer.parseInt(held.getResponse().getHeader("Retry-After"))).isBetween(500, 601);
    db.sql("update access.failed_sign_in set at = at - interval '11 minutes'").update();
    assertThat(signIn(maha.username(), PASSWORD)).isEqualTo(302);
    assertThat(db.sql("select count(*) from access.failed_sign_in where username = ?").param(maha.username()).query(Long.class).single()).isZero();
  }

  @Test
  void whoMistypesTenTimesDoesNotShutOutTheColleaguesBehindTheSameRouter() {
    for (int i = 0; i < FailedSignIns.MOST; i++) {
      failures.begin("nobody", "127.0.0.1");
    }
    assertThat(signIn("nobody", "wrong")).as("the name rests, whether it exists or not").isEqualTo(429);
    assertThat(signIn(maha.username(), "wrong")).isEqualTo(422);
    assertThat(signIn(maha.username(), PASSWORD)).isEqualTo(302);
  }

  @Test
  void triesUnderManyNamesFromOneAddressCountTogether() {
    for (int i = 1; i < FailedSignIns.MOST_OF_A_PLACE; i++) {
      assertThat(failures.begin("nobody-" + i, "127.0.0.1")).isEmpty();
    }
    assertThat(signIn("nobody-100", "wrong")).isEqualTo(422);
    assertThat(signIn("nobody-101", "wrong")).isEqualTo(429);
    assertThat(signIn(maha.username(), PASSWORD)).isEqualTo(429);
  }

  @Test
  void aHundredTriesAtOnceAreTenTries() throws Exception {
    browser.get("/sign-in");
    var seen = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      var tries = new ArrayList<java.util.concurrent.Future<Integer>>();
      for (int i = 0; i < 100; i++) {
        var window = browser.copy();
        tries.add(threads.submit(() -> window.post("/sign-in", "username", maha.username(), "password", "wrong").getResponse().getStatus()));
      }
      for (var one : tries) {
        seen.add(one.get());
      }
    }
    assertThat(seen.stream().filter(status -> status == 422)).hasSize(FailedSignIns.MOST);
    assertThat(seen.stream().filter(status -> status == 429)).hasSize(100 - FailedSignIns.MOST);
  }

  @Test
  void aHashOfAnEarlierTimeIsRenewedAtSignIn() {
    db.sql("update access.staff set password_hash = ? where id = ?").params("{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD), maha.id()).update();
    assertThat(signIn(maha.username(), PASSWORD)).isEqualTo(302);
    assertThat(staff.passwordHash(maha.id()).orElseThrow()).startsWith("{bcrypt}$2a$12$");
    assertThat(signIn(maha.username(), PASSWORD)).isEqualTo(302);
  }

  private int signIn(String username, String password) {
    browser = new Browser(web);
    browser.get("/sign-in");
    return browser.post("/sign-in", "username", username, "password", password).getResponse().getStatus();
  }

  private static final class CountingEncoder implements PasswordEncoder {
    final List<String> costs = new ArrayList<>();

    @Override
    public boolean matches(CharSequence password, String hash) {
      costs.add(hash.replaceFirst("^\\{bcrypt\\}", "").substring(0, 7));
      return new BCryptPasswordEncoder().matches(password, hash.replaceFirst("^\\{bcrypt\\}", ""));
    }

    @Override
    public String encode(CharSequence password) {
      throw new UnsupportedOperationException();
    }
  }
}
