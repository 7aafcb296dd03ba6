package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silah.Charities;

class EmbeddedPostgresTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int NOBODY = 65_534;

  @TempDir Path folder;

  private Path home;
  private final AtomicBoolean givenUp = new AtomicBoolean();
  private EmbeddedPostgres postgres;

  @BeforeEach
  void prepare() throws Exception {
    home = folder.resolve("postgres");
    Binaries.lend(home);
    postgres = EmbeddedPostgres.in(home, Map.of(), () -> givenUp.set(true));
  }

  @AfterEach
  void close() throws Exception {
    postgres.close();
  }

  @Test
  void whatIsCommittedIsOnTheDiskAndOnlyThePasswordOpensIt() throws Exception {
    postgres.start();
    assertThat(ask("show fsync")).isEqualTo("on");
    assertThat(ask("show synchronous_commit")).isEqualTo("on");
    assertThat(ask("show full_page_writes")).isEqualTo("on");
    assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask("select datlocprovider::text || datlocale from pg_database where datname = 'silah'")).isEqualTo("bC.UTF-8");
    assertThat(ask("select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user")).isEqualTo("f");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("passwords")))).isEqualTo("rw-------");
    for (var user : new String[] {"postgres", "silah_owner", "silah_app"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.database().program().url(), user, "guess").close())
          .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aServerThatOutlivedItsProgramIsStoppedFirst() throws Exception {
    var leftover = serveWithoutWatch();
    postgres.start();
    assertThat(leftover.isAlive()).isFalse();
    assertThat(ask("select 1")).isEqualTo("1");
    assertThat(Files.readString(home.resolve("postgres.log"))).contains("received fast shutdown request", "database system is shut down");
  }

  @Test
  void aKilledServerWhoseNumberIsNowAnotherProgramsIsRecovered() throws Exception {
    var killed = serveWithoutWatch();
    killed.destroyForcibly().waitFor();
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      var lines = Files.readAllLines(pidFile());
      lines.set(0, Long.toString(stranger.pid()));
      Files.write(pidFile(), lines);
      postgres.start();
      assertThat(ask("select 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aServerKilledUnderTheProgramComesBackWithAllThatWasCommitted() throws Exception {
    postgres.start();
    tell("create table kept (fact text)");
    tell("insert into kept values ('committed')");
    kill();
    await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(ask("select fact from kept")).isEqualTo("committed"));
    assertThat(givenUp).isFalse();
  }

  @Test
  void aServerThatKeepsDyingIsGivenUp() throws Exception {
    postgres.start();
    Files.writeString(home.resolve("postgresql.conf"), "max_connections = none");
    kill();
    await().atMost(PATIENCE).untilTrue(givenUp);
  }

  @Test
  void aServerThatCannotStartSaysWhereTheReasonIs() throws Exception {
    Files.writeString(home.resolve("postgresql.conf"), "max_connections = none");
    assertThatThrownBy(postgres::start).isInstanceOf(CannotStart.class).hasMessageContaining("postgres.log");
    assertThat(givenUp).isFalse();
  }

  @Test
  void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
    var fresh = Files.createDirectories(home.resolve("cut"));
    Files.createDirectories(fresh.resolve("cluster.new/base"));
    Files.createDirectories(fresh.resolve("binaries.new/bin"));
    Files.writeString(fresh.resolve("binaries.new/bin/postgres"), "half of it");
    Files.writeString(fresh.resolve("passwords.new"), "superuser=");
    try (var begunAnew = EmbeddedPostgres.in(fresh, Map.of(), () -> {})) {
      begunAnew.start();
      try (var connection = begunAnew.database().program().connect()) {
        assertThat(connection.isValid(1)).isTrue();
      }
      assertThat(fresh.resolve("binaries.new")).doesNotExist();
    }
  }

  @Test
  void aDatabaseOfAnotherVersionIsLeftAlone() throws Exception {
    PostgresCluster.in(home, Passwords.in(home.resolve("passwords")));
    Files.writeString(home.resolve("cluster/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> postgres.start()).isInstanceOf(CannotStart.class).hasMessageContaining("other-version");
  }

  /** Where user namespaces are missing, root hands the files to an ordinary user; so does who chose that user before. */
  @Test
  void filesOfAnotherUserAreServedAsThatUser() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become someone else");
    postgres.start();
    tell("create table kept (fact text)");
    postgres.close();
    try (var files = Files.walk(home.resolve("cluster"))) {
      for (var file : files.toList()) {
        Files.setAttribute(file, "unix:uid", NOBODY);
      }
    }
    DataFolder.restrict(folder, "rwx--x--x");
    DataFolder.restrict(Charities.server().home(), "rwx--x--x");
    postgres = EmbeddedPostgres.in(home, Map.of(), () -> {});
    postgres.start();
    assertThat(ask("select count(*) from kept")).isEqualTo("0");
    assertThat(server().info().user()).contains("nobody");
  }

  /** A server as a killed program leaves it behind: running, and nobody's. */
  private Process serveWithoutWatch() throws Exception {
    var cluster = PostgresCluster.in(home, Passwords.in(home.resolve("passwords")));
    cluster.configure(Map.of("unix_socket_directories", ""));
    var process = cluster.server(freePort()).start();
    await().atMost(PATIENCE).until(() -> Files.exists(pidFile()) && Files.readString(pidFile()).contains("ready"));
    return process;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void kill() throws Exception {
    server().destroyForcibly();
  }

  private ProcessHandle server() throws Exception {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst())).orElseThrow();
  }

  private Path pidFile() {
    return home.resolve("cluster/postmaster.pid");
  }

  private String ask(String question) throws SQLException {
    try (var connection = postgres.database().program().connect(); var statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  /** As the owner, with a right to read for everyone. */
  private void tell(String command) throws SQLException {
    try (var connection = postgres.database().owner().connect(); var statement = connection.createStatement()) {
      statement.execute(command);
      statement.execute("grant select on all tables in schema public to public");
    }
  }
}
