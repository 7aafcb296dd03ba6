package org.silah.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Silah as people run it: a process of its own. */
final class Running implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  private final Process process;
  private final Path output;

  private Running(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Running silah(Map<String, String> environment, String... words) {
    return program("org.silah.Silah", environment, "", words);
  }

  /**
   * @param mainClass for a Silah with something added for a test
   * @param input what it reads
   */
  static Running program(String mainClass, Map<String, String> environment, String input, String... words) {
    try {
      var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
          "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), mainClass));
      command.addAll(List.of(words));
      var output = Files.createTempFile("silah", ".out");
      var given = Files.writeString(Files.createTempFile("silah", ".in"), input);
      var builder = new ProcessBuilder(command).redirectInput(given.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("SILAH_"));
      builder.environment().put("SILAH_LANG", "en");
      builder.environment().putAll(environment);
      var process = builder.start();
      Files.delete(given);
      return new Running(process, output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  long pid() {
    return process.pid();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until it says where it answers. */
  URI address() {
    await().atMost(PATIENCE).until(() -> ADDRESS.matcher(output()).find() || !process.isAlive());
    var address = ADDRESS.matcher(output());
    if (!address.find()) {
      throw new AssertionError("ended with " + exitCode() + ":\n" + output());
    }
    return URI.create(address.group());
  }

  int status(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.discarding()).statusCode();
    }
  }

  /** As Ctrl-C or the system's service manager does. */
  void stop() {
    process.destroy();
  }

  /** As the power cut or the memory killer does. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE)) {
        throw new AssertionError("still running:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Asks first, so that its database has ended as well when the folder is cleared away. */
  @Override
  public void close() throws IOException {
    stop();
    try {
      process.waitFor(Duration.ofSeconds(40));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    kill();
    Files.delete(output);
  }
}
