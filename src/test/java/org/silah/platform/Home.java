package org.silah.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A data folder, the Silah that is started and killed over it, and a look into its database behind Silah's back. */
record Home(Path folder) {

  /** That {@link #allowPrograms} lets in. */
  static final String KEY = "silah_" + "k".repeat(43);

  /** With the programs of PostgreSQL unpacked already. */
  static Home at(Path folder) throws IOException {
    Binaries.lend(DataFolder.postgres(folder));
    return new Home(folder);
  }

  Running start(Map<String, String> environment) {
    return Running.silah(environment, "start", "--data", folder.toString(), "--port", "0");
  }

  Running command(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    return Running.silah(Map.of(), all.toArray(String[]::new));
  }

  /** As soon as it is so, or at once if it is over before. */
  void killOnce(Running silah, BooleanSupplier moment) throws IOException {
    await().atMost(Running.PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(moment::getAsBoolean);
    var database = databaseProcess();
    silah.kill();
    await("PostgreSQL ends by itself").atMost(Running.PATIENCE).until(() -> !database.isAlive());
  }

  ProcessHandle databaseProcess() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(DataFolder.postgres(folder).resolve("cluster/postmaster.pid")).getFirst())).orElseThrow();
  }

  void allowPrograms(String... scopes) {
    try {
      execute("insert into access.api_key (id, name, key_hash, hint, scopes, created_at) values (gen_random_uuid(), 'crash', ?, 'kkkk', string_to_array(?, ' '), now())",
          MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8)), String.join(" ", scopes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    return Long.parseLong(texts(sql).getFirst());
  }

  /** The first column. */
  List<String> texts(String sql) {
    return with(sql, statement -> {
      try (var rows = statement.executeQuery()) {
        var all = new ArrayList<String>();
        while (rows.next()) {
          all.add(rows.getString(1));
        }
        return all;
      }
    });
  }

  void execute(String sql, Object... parameters) {
    with(sql, statement -> {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    });
  }

  private interface Asking<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Asking<T> asking) {
    try (var connection = database().connect(); var statement = connection.prepareStatement(sql)) {
      return asking.of(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Login database() {
    return await().atMost(Running.PATIENCE).until(() -> EmbeddedPostgres.running(DataFolder.postgres(folder)), Optional::isPresent).orElseThrow().owner();
  }
}
