package org.silah.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds all that a charity entrusts to this machine. One program at a time owns it. */
public final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel file;

  private DataFolder(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Makes the folder if there is none, and holds it until closed or until the process ends, however it ends.
   *
   * @throws CannotStart {@code folder-in-use} if another process holds it, {@code folder-unusable} if it cannot be written
   */
  public static DataFolder own(Path path) {
    try {
      var folder = makePrivate(path);
      var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        var holder = read(file);
        file.close();
        throw new FolderInUse(folder, holder);
      }
      write(file, Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(folder, file);
    } catch (IOException unusable) {
      throw new CannotStart("folder-unusable", path, unusable.toString());
    }
  }

  /** Where PostgreSQL is kept. */
  public static Path postgres(Path folder) {
    return folder.resolve("postgres");
  }

  public Path path() {
    return path;
  }

  /** Where the program writes what it did, for nobody else to read. */
  Path logs() {
    try {
      return makePrivate(path.resolve("logs"));
    } catch (IOException unusable) {
      throw new CannotStart("folder-unusable", path, unusable.toString());
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A new folder is readable by its owner alone; one that was there keeps what its owner chose. */
  static Path makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      restrict(folder, "rwx------");
    }
    return folder.toRealPath();
  }

  static void restrict(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String read(FileChannel file) throws IOException {
    var bytes = ByteBuffer.allocate(64);
    file.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
  }

  private static void write(FileChannel file, String text) throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }
}
