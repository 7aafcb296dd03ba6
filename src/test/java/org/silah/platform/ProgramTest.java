package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

  private static final Duration PROMISED_STOP = Duration.ofSeconds(20);

  @TempDir Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Binaries.lend(DataFolder.postgres(folder));
  }

  @Test
  void oneProgramAtATimeOwnsTheFolderAndLeavesItCleanWhenStopped() throws Exception {
    try (var first = start()) {
      assertThat(first.status("/")).isLessThan(500);
      try (var second = start()) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).isEqualToIgnoringWhitespace(
            "The data folder %s is in use by process %s. One program at a time may use it: stop that one first, or name another folder with --data."
                .formatted(folder, first.pid()));
      }
      var database = databaseProcess();
      var asked = System.nanoTime();
      first.stop();
      assertThat(first.exitCode()).as(first.output()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PROMISED_STOP);
      assertThat(database).matches(process -> !process.isAlive(), "ended");
      assertThat(pidFile()).doesNotExist();
    }
  }

  @Test
  void aTakenPortIsRefusedBeforeAnythingIsStarted() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var silah = Running.silah(Map.of(), "start", "--data", folder.toString(), "--port", Integer.toString(other.getLocalPort()))) {
      assertThat(silah.exitCode()).isEqualTo(1);
      assertThat(silah.output()).startsWith("Port " + other.getLocalPort()).hasLineCount(1);
      assertThat(DataFolder.postgres(folder).resolve("cluster")).doesNotExist();
    }
  }

  @Test
  void nothingCommittedIsLostHoweverSilahOrItsDatabaseIsKilled() throws Exception {
    try (var silah = start()) {
      silah.address();
      record("kept by the first");
      var database = databaseProcess();
      silah.kill();
      await("PostgreSQL ends by itself").atMost(Running.PATIENCE).until(() -> !database.isAlive());
    }
    try (var silah = start()) {
      silah.address();
      record("kept by the second");
      databaseProcess().destroyForcibly();
      await("Silah brings its database back").atMost(Running.PATIENCE).ignoreExceptions().until(() -> silah.status("/") < 500);
      assertThat(recorded()).isEqualTo("kept by the first, kept by the second");
      record("kept by the third");
      var database = databaseProcess();
      database.destroyForcibly();
      silah.kill();
      await().atMost(Running.PATIENCE).until(() -> !database.isAlive());
    }
    try (var silah = start()) {
      silah.address();
      assertThat(recorded()).isEqualTo("kept by the first, kept by the second, kept by the third");
    }
  }

  @Test
  void aDemonstrationNeverOpensTheFolderOfACharity() throws Exception {
    Files.createDirectories(DataFolder.postgres(folder).resolve("cluster"));
    try (var demo = Running.silah(Map.of(), "demo", "--data", folder.toString(), "--port", "0")) {
      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.output()).contains("holds a charity’s own data").hasLineCount(1);
    }
  }

  @Test
  void aDatabaseThatFailsWhileTheProgramGetsReadyIsToldInOneSentence() throws Exception {
    var cluster = Files.createDirectories(DataFolder.postgres(folder).resolve("cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
    try (var silah = start()) {
      assertThat(silah.exitCode()).isEqualTo(1);
      assertThat(silah.output()).startsWith("The database in " + cluster + " was made by PostgreSQL 17").hasLineCount(1);
    }
  }

  @Test
  void aVariableThatCannotBeWhatItIsIsNamedAndItsValueIsNot() throws Exception {
    try (var silah = Running.silah(Map.of("SILAH_SECRET_KEY", "hunter2"), "start", "--data", folder.toString(), "--port", "0")) {
      assertThat(silah.exitCode()).isEqualTo(1);
      assertThat(silah.output()).startsWith("SILAH_SECRET_KEY has a value").doesNotContain("hunter2").hasLineCount(1);
    }
    try (var silah = Running.silah(Map.of("SILAH_FORWARDED", "nativ"), "start", "--data", folder.toString(), "--port", "0")) {
      assertThat(silah.exitCode()).isEqualTo(1);
      assertThat(saidBesidesTheDatabase(silah)).singleElement().asString().startsWith("SILAH_FORWARDED has a value");
    }
    try (var silah = Running.silah(Map.of("SILAH_MAIL_CONNECTIONS", "13"), "audit", "verify", "--data", folder.toString())) {
      assertThat(silah.exitCode()).isEqualTo(1);
      assertThat(saidBesidesTheDatabase(silah)).singleElement().asString().startsWith("SILAH_MAIL_CONNECTIONS has a value");
    }
  }

  /** Some values are read only once the database has begun; on a slow disk that one may tell that it takes long to end, and the next run that it ended it. */
  private static Stream<String> saidBesidesTheDatabase(Running silah) {
    return silah.output().lines().filter(line -> !line.contains("PostgreSQL process"));
  }

  private Running start() {
    return Running.silah(Map.of(), "start", "--data", folder.toString(), "--port", "0");
  }

  private void record(String fact) throws SQLException {
    try (var connection = database().connect(); var statement = connection.createStatement()) {
      statement.execute("create table if not exists public.kept (at timestamptz default clock_timestamp(), fact text)");
      statement.execute("insert into public.kept (fact) values ('" + fact + "')");
    }
  }

  private String recorded() throws SQLException {
    try (var connection = database().connect();
        var statement = connection.createStatement();
        var facts = statement.executeQuery("select string_agg(fact, ', ' order by at) from public.kept")) {
      facts.next();
      return facts.getString(1);
    }
  }

  private Login database() {
    return await().atMost(Running.PATIENCE).until(() -> EmbeddedPostgres.running(DataFolder.postgres(folder)), Optional::isPresent).orElseThrow().owner();
  }

  private ProcessHandle databaseProcess() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst())).orElseThrow();
  }

  private Path pidFile() {
    return DataFolder.postgres(folder).resolve("cluster/postmaster.pid");
  }
}
