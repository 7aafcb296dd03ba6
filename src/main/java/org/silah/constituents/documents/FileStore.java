package org.silah.constituents.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where the bytes of documents lie, each content once, under its SHA-256 in small hexadecimal letters: a folder or a bucket. Every
 * method throws {@link NotNow} when the place cannot be reached or refuses us.
 */
sealed interface FileStore permits FolderFiles, BucketFiles {

  /** Afterwards the whole content is there, or an exception tells that nothing was changed. What is there already stays. */
  void put(String sha256, Path file);

  /** @throws NotNow if the content is missing too */
  InputStream open(String sha256);

  /** Does nothing if there is none. */
  void delete(String sha256);

  /** Names each content that was last written before {@code moment}. */
  void forEachBefore(Instant moment, Consumer<String> each);

  interface Work<T> {
    T run() throws IOException;
  }
}
