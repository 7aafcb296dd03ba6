package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charities;
import org.silah.web.Texts;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a charity that starts Silah for the first time is told. */
class FirstRunTest {

  private static final Pattern PASSWORD = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){3}");

  private JdbcClient db;
  private StaffMembers staff;
  private Institutions institutions;
  private JdbcTransactionManager transactions;
  private MockEnvironment environment;

  @BeforeEach
  void anEmptyCharity() {
    var login = Charities.fresh().program();
    var source = new DriverManagerDataSource(login.url(), login.user(), login.password());
    db = JdbcClient.create(source);
    transactions = new JdbcTransactionManager(source);
    staff = new StaffMembers(db, Clock.systemUTC());
    institutions = new Institutions(db, Clock.systemUTC());
    environment = new MockEnvironment().withProperty("local.server.port", "8123");
  }

  @Test
  void theFirstAdministratorGetsAOneTimePasswordOnTheTerminal() {
    var said = start(false);
    var password = PASSWORD.matcher(said);
    assertThat(password.find()).isTrue();
    assertThat(said).contains("admin");
    var admin = staff.named("admin").orElseThrow();
    assertThat(admin.is(Role.ADMINISTRATOR)).isTrue();
    assertThat(admin.mustChangePassword()).isTrue();
    assertThat(new BCryptPasswordEncoder().matches(password.group(), staff.passwordHash(admin.id()).orElseThrow())).isTrue();
  }

  @Test
  void theSecondStartSaysNothing() {
    start(false);
    assertThat(start(false)).isEmpty();
    assertThat(staff.all()).hasSize(1);
  }

  @Test
  void theDemonstrationBringsItsOwnPeople() {
    assertThat(start(true)).isEmpty();
    assertThat(staff.none()).isTrue();
  }

  @Test
  void linksFollowThePortUntilTheCharityHasAnAddressOfItsOwn() {
    start(false);
    assertThat(institutions.charity().publicUrl()).hasToString("http://localhost:8123");
    var now = institutions.charity();
    institutions.change(new Institution(
        now.nameAr(), now.nameEn(), null, now.currency(), now.region(), now.timeZone(), URI.create("https://crm.charity.example"), now.mailFrom(), null));
    start(false);
    assertThat(institutions.charity().publicUrl()).hasToString("https://crm.charity.example");
  }

  private String start(boolean demonstration) {
    var entries = new AuditEntries(db, Clock.systemUTC(), JsonMapper.builder().build());
    var first = new FirstRun(
        institutions, staff, new Credentials(staff, new BCryptPasswordEncoder(4)), new Audit(entries, new Actors(), transactions), new Texts(),
        new TransactionTemplate(transactions), environment, demonstration);
    first.run(new DefaultApplicationArguments());
    var out = new ByteArrayOutputStream();
    first.greet(new PrintStream(out, true, StandardCharsets.UTF_8), URI.create("http://localhost:8123/"));
    return out.toString(StandardCharsets.UTF_8);
  }
}
