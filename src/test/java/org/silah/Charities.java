package org.silah;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.silah.platform.Database;
import org.silah.platform.EmbeddedPostgres;
import org.silah.platform.Login;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * The databases of a test run: one PostgreSQL in a temporary folder, migrated once, copied for each charity.
 * A copy takes some tens of milliseconds.
 */
public final class Charities {

  private static final String TEMPLATE = "silah";
  private static final Map<String, Database> NAMED = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path FOLDER = makeFolder();
  private static final EmbeddedPostgres SERVER = start();

  private Charities() {}

  /** Everything a migrated, empty charity has, for one test to do as it likes with. */
  public static Database fresh() {
    var name = "charity_" + COUNT.incrementAndGet();
    try (var connection = SERVER.superuser("postgres").connect(); var statement = connection.createStatement()) {
      statement.execute("create database %s template %s owner silah_owner strategy file_copy".formatted(name, TEMPLATE));
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
    return new Database(in(name, SERVER.database().program()), in(name, SERVER.database().owner()));
  }

  /** The same charity for everyone in this test run who asks for the same name. */
  static Database named(String name) {
    return NAMED.computeIfAbsent(name, _ -> fresh());
  }

  /** The whole server, for tests of what needs more than a charity's own users may do. */
  public static EmbeddedPostgres server() {
    return SERVER;
  }

  private static Login in(String name, Login login) {
    return new Login(login.url().replaceFirst("/[^/]*$", "/" + name), login.user(), login.password());
  }

  /** Where documents lie; whoever looks into it for one of his own asks by content. */
  public static Path folder() {
    return FOLDER.resolve("files");
  }

  private static Path makeFolder() {
    try {
      return Files.createTempDirectory("silah-tests");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var folder = FOLDER;
      var settings = Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off", "max_connections", "300", "shared_buffers", "128MB");
      var server = EmbeddedPostgres.in(folder, settings, () -> {});
      server.start();
      SpringApplication.getShutdownHandlers().add(() -> stop(server, folder)); // after the programs, which would look for it in vain
      migrate(server.database());
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void stop(EmbeddedPostgres server, Path folder) {
    try {
      server.close();
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void migrate(Database database) {
    var properties = database.springProperties();
    new SpringApplicationBuilder(Migrations.class)
        .web(WebApplicationType.NONE)
        .run(properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue()).toArray(String[]::new))
        .close();
  }

  /** What it takes to migrate as the program does, and no more. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  static class Migrations {}
}
