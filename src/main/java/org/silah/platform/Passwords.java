package org.silah.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the embedded PostgreSQL: made at random once, in a file that only its owner reads. */
record Passwords(String superuser, String owner, String program) {

  static Passwords in(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file);
    }
    var kept = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    return new Passwords(kept.getProperty("superuser"), kept.getProperty("owner"), kept.getProperty("program"));
  }

  private static void write(Path file) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft);
    DataFolder.restrict(draft, "rw-------");
    Files.writeString(draft, "superuser=%s%nowner=%s%nprogram=%s%n".formatted(random(), random(), random()));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
