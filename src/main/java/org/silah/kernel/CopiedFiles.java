package org.silah.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Contents that lie beside the database and belong to a complete copy, each under its SHA-256: a bean of this type offers them. */
public interface CopiedFiles {

  /** Of those that rows speak of as they are now. */
  void forEach(Consumer<String> sha256);

  InputStream open(String sha256) throws IOException;

  void keep(String sha256, Path file);
}
