package org.silah.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.silah.Charities;

/** The PostgreSQL programs that this test run has unpacked already, lent to further folders to save them the time. */
final class Binaries {

  private Binaries() {}

  static void lend(Path home) throws IOException {
    Files.createDirectories(home);
    try (var entries = Files.list(Charities.server().home())) {
      var unpacked = entries.filter(entry -> entry.getFileName().toString().startsWith("binaries-")).findFirst().orElseThrow();
      Files.createSymbolicLink(home.resolve(unpacked.getFileName()), unpacked);
    }
  }
}
