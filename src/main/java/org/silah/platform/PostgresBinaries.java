package org.silah.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs that come with Silah as a compressed archive for one kind of machine. */
final class PostgresBinaries {

  private static final List<String> ARCHIVES = List.of(
      "/postgres-linux-x86_64.txz", "/postgres-linux-arm_64.txz", "/postgres-darwin-x86_64.txz", "/postgres-darwin-arm_64.txz");

  private PostgresBinaries() {}

  /** The folder of initdb, pg_ctl and postgres. Unpacks under another name first, so that a folder of this name is always whole. */
  static Path in(Path home) throws IOException {
    var archive = archive();
    var unpacked = home.resolve("binaries-" + Long.toHexString(((JarURLConnection) archive.openConnection()).getJarEntry().getCrc()));
    if (!Files.isDirectory(unpacked)) {
      clear(home);
      var draft = Files.createDirectories(home.resolve("binaries.new"));
      var ready = kept(unpacked.getFileName());
      if (ready == null) {
        unpack(archive, draft);
      } else {
        copy(ready, draft);
      }
      Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }
    return unpacked.resolve("bin");
  }

  /** The same programs where the build has unpacked them: copying takes a tenth of the time. */
  private static @Nullable Path kept(Path name) {
    var folder = System.getProperty("silah.binaries");
    var ready = folder == null ? null : Path.of(folder).resolve(name);
    return ready != null && Files.isDirectory(ready) ? ready : null;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> entries = Files.walk(from)) {
      for (var entry : (Iterable<Path>) entries.skip(1)::iterator) {
        Files.copy(entry, to.resolve(from.relativize(entry)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static URL archive() {
    return ARCHIVES.stream()
        .map(PostgresBinaries.class::getResource)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new CannotStart("no-binaries", System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  /** Drops what an earlier version or an interrupted start left. */
  private static void clear(Path home) throws IOException {
    List<Path> earlier;
    try (Stream<Path> entries = Files.list(home)) {
      earlier = entries.filter(entry -> entry.getFileName().toString().startsWith("binaries")).toList();
    }
    for (var folder : earlier) {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          DataFolder.restrict(target, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
      }
    }
  }
}
