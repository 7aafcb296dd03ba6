package org.silah.constituents.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that may become a document: on our disk, of a known type, free of what we remove. Closing it deletes it.
 *
 * @param name cleaned, with the extension of its type
 * @param sha256 of what is kept, in hexadecimal
 */
record Arrival(Path file, String name, FileType type, String sha256, long bytes, byte @Nullable [] thumbnail) implements AutoCloseable {

  /** The name without its extension: what the document is called unless somebody says better. */
  String title() {
    return name.substring(0, name.length() - type.extension().length() - 1);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
