package org.silah.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of the embedded PostgreSQL: the programs, the database cluster they serve and their settings. */
final class PostgresCluster {

  static final String SUPERUSER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
  private static final String VERSION = "18";
  private static final long LONG_LOG = 10_000_000;

  private final Path home;
  private final Path programs;
  private final Path files;
  private final Launcher launcher;

  private PostgresCluster(Path home, Path programs, Launcher launcher) {
    this.home = home;
    this.programs = programs;
    this.files = home.resolve("cluster");
    this.launcher = launcher;
  }

  static boolean existsIn(Path home) {
    return Files.exists(home.resolve("cluster"));
  }

  /** Makes programs and cluster if there are none; both appear whole or not at all, whenever the machine stops. */
  static PostgresCluster in(Path home, Passwords passwords) throws IOException {
    var launcher = Launcher.forCluster(home.resolve("cluster"));
    var cluster = new PostgresCluster(home, PostgresBinaries.in(home), launcher);
    launcher.letThrough(home);
    launcher.letThrough(home.getParent());
    cluster.beginLog();
    if (existsIn(home)) {
      cluster.refuseAnotherVersion();
    } else {
      cluster.create(passwords);
    }
    return cluster;
  }

  private void refuseAnotherVersion() throws IOException {
    var version = Files.readString(files.resolve("PG_VERSION")).strip();
    if (!version.equals(VERSION)) {
      throw new CannotStart("other-version", files, version, VERSION);
    }
  }

  private void create(Passwords passwords) throws IOException {
    var draft = home.resolve("cluster.new");
    FileSystemUtils.deleteRecursively(draft);
    DataFolder.makePrivate(draft);
    launcher.hand(draft);
    var password = Files.writeString(home.resolve("superuser.new"), passwords.superuser());
    DataFolder.restrict(password, "rw-------");
    launcher.hand(password);
    run("programs", launcher.tool(programs.resolve("initdb"), "--version"));
    run("initdb", launcher.tool(programs.resolve("initdb"), "-D", draft.toString(), "-U", SUPERUSER, "--pwfile=" + password,
        "-E", "UTF8", "--auth=scram-sha-256", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=" + systemLocale()));
    Files.delete(password);
    Files.move(draft, files, StandardCopyOption.ATOMIC_MOVE);
  }

  /** pg_trgm asks the system's locale, not the built-in one, what a letter is; macOS has no C.UTF-8. */
  private static String systemLocale() {
    return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
  }

  void configure(Map<String, String> settings) throws IOException {
    var lines = settings.entrySet().stream()
        .map(setting -> "%s = '%s'".formatted(setting.getKey(), setting.getValue()))
        .sorted()
        .collect(Collectors.joining("\n"));
    Files.writeString(files.resolve("postgresql.conf"), """
        # Silah writes this file at every start. Lines of %s win over it.
        %s
        include_if_exists = '%s'
        """.formatted(ownSettings(), lines, ownSettings()));
  }

  private Path ownSettings() {
    return home.resolve("postgresql.conf");
  }

  /** To be started by a thread that lives as long as the server should. */
  ProcessBuilder server(int port) {
    return launcher.server(programs.resolve("postgres"), "-D", files.toString(), "-p", Integer.toString(port))
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  Path log() {
    return home.resolve("postgres.log");
  }

  /** A long log is put aside, in place of the one put aside before. */
  private void beginLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LONG_LOG) {
      Files.move(log(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(log())) {
      Files.createFile(log());
      DataFolder.restrict(log(), "rw-------");
    }
  }

  /** Ends a server that outlived the program that started it, so that its files are free and whole. */
  void stopLeftover() throws IOException {
    var claimed = claimedBy();
    if (claimed.isPresent() && serves(claimed.get())) {
      log.info("Stopping PostgreSQL process {}, left over from an earlier run", claimed.get().pid());
      stop(60);
    } else if (claimed.isPresent()) {
      disclaim();
    }
  }

  /** @return whether the server is gone within that time */
  boolean stop(int seconds) throws IOException {
    return exitCode(launcher.tool(programs.resolve("pg_ctl"), "-D", files.toString(), "-m", "fast", "-w", "-t", Integer.toString(seconds), "stop")) == 0;
  }

  /** The living process that the cluster's pid file names, which after a restart of the machine may be any other program. */
  private Optional<ProcessHandle> claimedBy() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile());
    return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
  }

  private boolean serves(ProcessHandle process) throws IOException {
    var isPostgres = process.info().command().filter(command -> Path.of(command).endsWith("postgres")).isPresent();
    var folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    return isPostgres && (!Files.exists(folder) || Files.isSameFile(folder, files));
  }

  /**
   * Puts our own number where a stranger's is. PostgreSQL takes a pid file that names its own parent for stale, yet still
   * reads the rest of it to make sure that nothing of the old server lives on; without the file it could not.
   */
  private void disclaim() throws IOException {
    var lines = Files.readAllLines(pidFile());
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile(), lines);
  }

  private Path pidFile() {
    return files.resolve("postmaster.pid");
  }

  private void run(String failure, ProcessBuilder command) throws IOException {
    if (exitCode(command) != 0) {
      throw new CannotStart(failure, log(), programs);
    }
  }

  private int exitCode(ProcessBuilder command) throws IOException {
    try {
      var process = command.directory(home.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
