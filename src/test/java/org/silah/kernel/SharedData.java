package org.silah.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Data nobody of this project wrote, kept beside it and not in it. */
public final class SharedData {

  private SharedData() {}

  /** The lines of a file under ../shared/data; the test that asks is skipped, saying so, where it is missing. */
  public static List<String> lines(String file) {
    try {
      return Files.readAllLines(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path path(String file) {
    var path = Path.of("../shared/data", file);
    assumeTrue(Files.exists(path), "skipped: no " + path);
    return path;
  }
}
