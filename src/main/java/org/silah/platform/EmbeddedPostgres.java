package org.silah.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that lives in a folder and as long as this program. It is started again if it dies on its own,
 * and ends with the program even if that is killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int DEATHS_TO_BEAR = 5;
  private static final Duration CALM = Duration.ofMinutes(1);

  /** Nothing committed may be lost, and the whole fits beside the program on a small machine. */
  private static final Map<String, String> SETTINGS = Map.ofEntries(
      Map.entry("fsync", "on"),
      Map.entry("full_page_writes", "on"),
      Map.entry("synchronous_commit", "on"),
      Map.entry("listen_addresses", "127.0.0.1"),
      Map.entry("unix_socket_directories", ""),
      Map.entry("max_connections", "60"),
      Map.entry("shared_buffers", "256MB"),
      Map.entry("work_mem", "16MB"),
      Map.entry("maintenance_work_mem", "128MB"),
      Map.entry("effective_cache_size", "1GB"),
      Map.entry("max_wal_size", "2GB"),
      Map.entry("wal_compression", "on"),
      Map.entry("random_page_cost", "1.1"),
      Map.entry("jit", "off"),
      Map.entry("shared_preload_libraries", "pg_stat_statements"),
      Map.entry("password_encryption", "scram-sha-256"),
      Map.entry("timezone", "UTC"),
      Map.entry("log_timezone", "UTC"),
      Map.entry("log_line_prefix", "%m [%p] "),
      Map.entry("log_checkpoints", "off"),
      // statements and details of errors carry names and phone numbers
      Map.entry("log_min_error_statement", "panic"),
      Map.entry("log_error_verbosity", "terse"));

  private final Path home;
  private final Passwords passwords;
  private final Map<String, String> settings;
  private final Runnable onLoss;
  /** Keeps the port free for the server until it takes it. */
  private final ServerSocket place;
  private final int port;
  private volatile @Nullable PostgresCluster cluster;
  private volatile boolean ready;
  private volatile boolean closing;
  private volatile @Nullable Process process;
  private volatile @Nullable Thread watch;

  private EmbeddedPostgres(Path home, Passwords passwords, Map<String, String> settings, Runnable onLoss) throws IOException {
    this.home = home;
    this.passwords = passwords;
    this.settings = settings;
    this.onLoss = onLoss;
    this.place = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.port = place.getLocalPort();
  }

  /**
   * Makes the folder and the passwords and holds a free port, so that {@link #database} is known before there is a cluster or a
   * server.
   *
   * @param settings lines of postgresql.conf that differ from Silah's own
   * @param onLoss called when the server keeps dying and is given up
   */
  public static EmbeddedPostgres in(Path home, Map<String, String> settings, Runnable onLoss) throws IOException {
    var folder = DataFolder.makePrivate(home);
    var all = new HashMap<>(SETTINGS);
    all.putAll(settings);
    return new EmbeddedPostgres(folder, Passwords.in(folder.resolve("passwords")), all, onLoss);
  }

  /** The server that another program runs in this folder, once it answers. */
  public static Optional<Database> running(Path home) {
    try {
      var database = database(Integer.parseInt(Files.readString(home.resolve("port")).strip()), Passwords.in(home.resolve("passwords")));
      database.program().connect().close();
      return Optional.of(database);
    } catch (IOException | SQLException notYet) {
      return Optional.empty();
    }
  }

  public static boolean existsIn(Path home) {
    return PostgresCluster.existsIn(home);
  }

  /** Makes the cluster if there is none. Returns when the server answers and the charity's database is there. */
  public void start() throws IOException {
    var cluster = PostgresCluster.in(home, passwords);
    this.cluster = cluster;
    cluster.configure(settings);
    cluster.stopLeftover();
    place.close();
    // PostgreSQL is told to end when the thread that started it ends, so this thread does nothing else
    var thread = Thread.ofPlatform().daemon().name("postgres").unstarted(() -> keepRunning(cluster));
    watch = thread;
    thread.start();
    try (var server = connection()) {
      Roles.prepare(server, passwords);
      try (var database = superuser(Roles.DATABASE).connect()) {
        Roles.prepareDatabase(database);
      }
    } catch (SQLException broken) {
      throw new CannotStart("postgres", cluster.log(), broken.getMessage());
    }
    ready = true;
    remember(port);
  }

  /** Where all of it lies. */
  Path home() {
    return home;
  }

  public Database database() {
    return database(port, passwords);
  }

  /** For making and dropping databases; the program itself never needs it. */
  public Login superuser(String database) {
    return new Login(url(port, database), PostgresCluster.SUPERUSER, passwords.superuser());
  }

  /** Ends sessions, writes everything out and stops. A server that needs more than ten seconds for it goes on after us. */
  @Override
  public void close() throws IOException {
    closing = true;
    place.close();
    var running = process;
    var cluster = this.cluster;
    if (cluster != null && running != null && running.isAlive()) {
      Files.deleteIfExists(home.resolve("port"));
      if (!cluster.stop(10)) {
        log.warn("PostgreSQL process {} is still writing out what it holds", running.pid());
      }
    }
  }

  private static Database database(int port, Passwords passwords) {
    var url = url(port, Roles.DATABASE);
    return new Database(new Login(url, Roles.PROGRAM, passwords.program()), new Login(url, Roles.OWNER, passwords.owner()));
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void keepRunning(PostgresCluster cluster) {
    var deaths = 0;
    while (!closing && deaths < DEATHS_TO_BEAR) {
      var started = System.nanoTime();
      var exit = serve(cluster);
      if (!closing) {
        deaths = System.nanoTime() - started > CALM.toNanos() ? 1 : deaths + 1;
        log.error("PostgreSQL ended by itself with {} ({} of {}), see {}", exit, deaths, DEATHS_TO_BEAR, cluster.log());
        Pause.millis(deaths < DEATHS_TO_BEAR ? 250L << deaths : 0);
      }
    }
    if (!closing && ready) {
      onLoss.run();
    }
  }

  private int serve(PostgresCluster cluster) {
    try {
      var server = cluster.server(port).start();
      process = server;
      return server.waitFor();
    } catch (IOException | InterruptedException failure) {
      log.error("PostgreSQL cannot be started", failure);
      return -1;
    }
  }

  /** Waits as long as the server needs to recover, but not for one that keeps dying. */
  private Connection connection() throws SQLException {
    while (true) {
      try {
        return superuser(PostgresCluster.SUPERUSER).connect();
      } catch (SQLException notYet) {
        var thread = watch;
        if (thread == null || !thread.isAlive()) {
          throw notYet;
        }
        Pause.millis(20);
      }
    }
  }

  private void remember(int port) throws IOException {
    var draft = Files.writeString(home.resolve("port.new"), Integer.toString(port));
    Files.move(draft, home.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
  }
}
