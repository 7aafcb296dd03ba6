package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charities;

class ExternalDatabaseTest {

  @TempDir Path folder;

  @Test
  void silahRunsOnADatabaseThatSomeoneElseLooksAfter() throws Exception {
    var database = database("external", "owner silah_owner");
    try (var silah = Running.silah(
        Map.of("SILAH_DATABASE_URL", uri(database.program()), "SILAH_DATABASE_OWNER_URL", uri(database.owner())),
        "start", "--data", folder.toString(), "--port", "0")) {
      assertThat(silah.status("/")).isLessThan(500);
      assertThat(DataFolder.postgres(folder)).doesNotExist();
      assertThat(ask(database.owner(), "select has_table_privilege('silah_app', 'access.audit_entry', 'insert')")).isEqualTo("t");
      assertThat(ask(database.owner(), "select has_table_privilege('silah_app', 'access.audit_entry', 'delete')")).isEqualTo("f");
      silah.stop();
      assertThat(silah.exitCode()).as(silah.output()).isZero();
    }
  }

  @Test
  void aDatabaseWhoseLocaleIsBlindToArabicIsRefused() throws Exception {
    var database = database("blind", "owner silah_owner template template0 encoding 'UTF8' locale_provider libc locale 'C'");
    try (var silah = Running.silah(Map.of("SILAH_DATABASE_URL", uri(database.owner())), "start", "--data", folder.toString(), "--port", "0")) {
      assertThat(silah.exitCode()).isEqualTo(1);
      assertThat(silah.output()).startsWith("The database has the locale C, under which Arabic names cannot be searched.").hasLineCount(1);
    }
  }

  @Test
  void aDatabaseThatCannotHoldArabicLettersIsRefused() throws Exception {
    var database = database("latin", "owner silah_owner template template0 encoding 'LATIN1' locale_provider libc locale 'C'");
    assertThatThrownBy(() -> Fitness.check(database)).isInstanceOf(CannotStart.class).hasMessageContaining("database-encoding [LATIN1]");
  }

  @Test
  void anExtensionThatTheUserMayNotInstallIsNamed() throws Exception {
    var database = database("bare", "");
    assertThatThrownBy(() -> Fitness.check(database)).isInstanceOf(CannotStart.class).hasMessageContaining("database-extension [pg_trgm, ");
  }

  @Test
  void aServerOlderThanEighteenIsRefused() {
    assertThatThrownBy(() -> Fitness.refuseOlder(170_009, "17.9")).isInstanceOf(CannotStart.class).hasMessageContaining("database-old [17.9]");
    assertThatCode(() -> Fitness.refuseOlder(180_000, "18.0")).doesNotThrowAnyException();
  }

  @Test
  void aWrongPasswordIsRefusedWithoutRepeatingIt() {
    var login = Charities.server().database().owner();
    var wrong = new Login(login.url(), login.user(), "sesame");
    assertThatThrownBy(() -> Fitness.check(new Database(wrong, wrong)))
        .isInstanceOf(CannotStart.class).hasMessageContaining("password authentication failed").hasMessageNotContaining("sesame");
  }

  @ParameterizedTest
  @CsvSource({
      "postgresql://maha:s%40fe+1@db.example:5433/silah?sslmode=require, jdbc:postgresql://db.example:5433/silah?sslmode=require, maha, s@fe+1",
      "postgres://maha@db.example/silah, jdbc:postgresql://db.example/silah, maha, set apart",
      "'jdbc:postgresql://one:1,two:2/silah', 'jdbc:postgresql://one:1,two:2/silah', other, set apart"})
  void theUsualFormsOfAnAddressAreUnderstood(String url, String jdbc, String user, String password) {
    var login = ExternalDatabase.in(Map.of("SILAH_DATABASE_URL", url, "SILAH_DATABASE_USER", user, "SILAH_DATABASE_PASSWORD", password)).orElseThrow().program();
    assertThat(login).isEqualTo(new Login(jdbc, user, password));
    assertThat(login.toString()).doesNotContain(password);
  }

  @Test
  void theAddressAloneIsEnough() {
    var database = ExternalDatabase.in(Map.of("SILAH_DATABASE_URL", "postgresql://maha:s%40fe@db.example/silah")).orElseThrow();
    assertThat(database.program()).isEqualTo(database.owner()).isEqualTo(new Login("jdbc:postgresql://db.example/silah", "maha", "s@fe"));
    assertThat(ExternalDatabase.in(Map.of())).isEmpty();
    assertThatThrownBy(() -> ExternalDatabase.in(Map.of("SILAH_DATABASE_URL", "mysql://db.example/silah")))
        .isInstanceOf(CannotStart.class).hasMessageContaining("no-database-url");
  }

  @Test
  void aVariableOfItsOwnWinsOverTheAddressUnlessItIsEmpty() {
    var url = "postgresql://maha:s%40fe@db.example/silah";
    var given = Map.of("SILAH_DATABASE_URL", url, "SILAH_DATABASE_USER", "huda", "SILAH_DATABASE_PASSWORD", "sesame");
    assertThat(ExternalDatabase.in(given).orElseThrow().program()).isEqualTo(new Login("jdbc:postgresql://db.example/silah", "huda", "sesame"));
    var empty = Map.of("SILAH_DATABASE_URL", url, "SILAH_DATABASE_USER", "", "SILAH_DATABASE_PASSWORD", "", "SILAH_DATABASE_OWNER_URL", "");
    var database = ExternalDatabase.in(empty).orElseThrow();
    assertThat(database.program()).isEqualTo(database.owner()).isEqualTo(new Login("jdbc:postgresql://db.example/silah", "maha", "s@fe"));
    assertThat(ExternalDatabase.in(Map.of("SILAH_DATABASE_URL", ""))).isEmpty();
  }

  private static Database database(String name, String options) throws SQLException {
    try (var connection = Charities.server().superuser("postgres").connect(); var statement = connection.createStatement()) {
      statement.execute("create database " + name + " " + options);
    }
    var server = Charities.server().database();
    return new Database(in(name, server.program()), in(name, server.owner()));
  }

  private static Login in(String name, Login login) {
    return new Login(login.url().replaceFirst("/[^/]*$", "/" + name), login.user(), login.password());
  }

  private static String uri(Login login) {
    return login.url().replaceFirst("jdbc:postgresql://", "postgresql://" + login.user() + ":" + login.password() + "@");
  }

  private static String ask(Login login, String question) throws SQLException {
    try (var connection = login.connect(); var statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
