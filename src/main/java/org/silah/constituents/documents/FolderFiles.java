package org.silah.constituents.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in a folder: {@code ab/cdef…}. Each is written beside its place, forced to the disk and then renamed, so that under its name
 * it is whole or not at all, also after the machine lost its power.
 */
final class FolderFiles implements FileStore {

  private static final Logger log = LoggerFactory.getLogger(FolderFiles.class);
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");
  private static final String COMING = ".coming";

  private final Path folder;

  FolderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public void put(String sha256, Path file) {
    run(() -> {
      var place = place(sha256);
      if (Files.exists(place) && Files.size(place) == Files.size(file)) {
        return null;
      }
      makePrivate(place.getParent());
      var coming = Files.createTempFile(place.getParent(), sha256, COMING);
      try {
        Files.copy(file, coming, StandardCopyOption.REPLACE_EXISTING);
        force(coming, StandardOpenOption.WRITE);
        Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(place.getParent(), StandardOpenOption.READ);
      } finally {
        Files.deleteIfExists(coming);
      }
      return null;
    });
  }

  @Override
  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(place(sha256));
    } catch (NoSuchFileException missing) {
      log.error("content {} is missing", sha256);
      throw new NotNow("missing", missing);
    } catch (IOException unreadable) {
      throw away(unreadable);
    }
  }

  @Override
  public void delete(String sha256) {
    run(() -> Files.deleteIfExists(place(sha256)));
  }

  /** What a crash left half written is removed on the way. */
  @Override
  public void forEachBefore(Instant moment, Consumer<String> each) {
    run(() -> {
      if (!Files.isDirectory(folder)) {
        return null;
      }
      try (var all = Files.walk(folder, 2)) {
        for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
            old(file, each);
          }
        }
      }
      return null;
    });
  }

  private static void old(Path file, Consumer<String> each) throws IOException {
    var name = file.getParent().getFileName().toString() + file.getFileName();
    if (name.endsWith(COMING)) {
      Files.deleteIfExists(file);
    } else if (CONTENT.matcher(name).matches()) {
      each.accept(name);
    }
  }

  private Path place(String sha256) {
    if (!CONTENT.matcher(sha256).matches()) {
      throw new IllegalArgumentException(sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  private static void makePrivate(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    var owner = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))} : new FileAttribute<?>[0];
    try {
      Files.createDirectories(folder, owner);
    } catch (FileAlreadyExistsException aLinkToAFolder) {
      Files.readAttributes(folder, "isDirectory");
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (var channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static <T> void run(Work<T> work) {
    try {
      work.run();
    } catch (IOException e) {
      throw away(e);
    }
  }

  private static NotNow away(IOException e) {
    log.error("the folder of documents cannot be used", e);
    return new NotNow("storage", e);
  }
}
