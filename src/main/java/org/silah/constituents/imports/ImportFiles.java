package org.silah.constituents.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The uploaded files, in parts of a megabyte, so that any instance can read them and none holds one in memory. */
@Repository
class ImportFiles {

  private static final int PART = 1 << 20;

  private final JdbcClient db;

  ImportFiles(JdbcClient db) {
    this.db = db;
  }

  /** Keeps what {@code scan} lets pass. Call it in a transaction: when it refuses, nothing stays. */
  void add(ImportId id, InputStream file, Scan scan) throws IOException {
    for (int part = 0;; part++) {
      var bytes = file.readNBytes(PART);
      if (bytes.length == 0) {
        return;
      }
      scan.add(bytes);
      db.sql("insert into constituents.import_file (import_id, part, bytes) values (?, ?, ?)").params(id.value(), part, bytes).update();
    }
  }

  /** The file from its start; only one part is in memory. */
  InputStream open(ImportId id) {
    return new SequenceInputStream(new Parts(id));
  }

  /** A copy on disk, for what must be read here and there; whoever asks deletes it. */
  Path copy(ImportId id) throws IOException {
    var copy = Files.createTempFile("silah-import", ".xlsx");
    try (var file = new BufferedInputStream(open(id))) {
      Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  void delete(ImportId id) {
    db.sql("delete from constituents.import_file where import_id = ?").param(id.value()).update();
  }

  private class Parts implements Enumeration<InputStream> {

    private final ImportId id;
    private int at;
    private @Nullable InputStream next;

    Parts(ImportId id) {
      this.id = id;
    }

    @Override
    public boolean hasMoreElements() {
      if (next == null) {
        next = db.sql("select bytes from constituents.import_file where import_id = ? and part = ?")
            .params(id.value(), at++)
            .query((row, _) -> new ByteArrayInputStream(row.getBytes("bytes")))
            .optional()
            .orElse(null);
      }
      return next != null;
    }

    @Override
    public InputStream nextElement() {
      if (!hasMoreElements()) {
        throw new NoSuchElementException();
      }
      var part = next;
      next = null;
      return part;
    }
  }
}
