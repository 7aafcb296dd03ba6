package org.silah.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, for the tests that keep the house in order. */
final class Sources {

  static final Path MAIN = Path.of("src/main/java/org/silah");
  static final Path TEMPLATES = Path.of("src/main/jte");
  static final Path RESOURCES = Path.of("src/main/resources");

  private Sources() {}

  static List<Path> under(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first folder below org/silah: the module a source belongs to; "" for the root. */
  static String module(Path file) {
    var inside = MAIN.relativize(file);
    return inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
  }
}
