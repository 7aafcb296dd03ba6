package org.silah.copies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.silah.access.Audit;
import org.silah.access.Readmission;
import org.silah.kernel.CopiedFiles;
import org.silah.kernel.CopiedTable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes a complete copy in: all of it or nothing, and only where nobody was before. */
@Component
class CopyReader {

  private final CopyTables tables;
  private final List<CopiedFiles> documents;
  private final Readmission readmission;
  private final Audit audit;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  CopyReader(CopyTables tables, List<CopiedFiles> documents, Readmission readmission, Audit audit, JsonMapper json, PlatformTransactionManager transactions) {
    this.tables = tables;
    this.documents = documents;
    this.readmission = readmission;
    this.audit = audit;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** @param passwords one for each administrator by user name, good for once; everybody else gets theirs from one of them */
  record Taken(Manifest manifest, Map<String, String> passwords) {}

  /** @throws org.silah.kernel.BrokenRule if it cannot be; then this Silah is as empty as before */
  Taken read(Path file) {
    transaction.executeWithoutResult(_ -> tables.refuseUnlessEmpty());
    try (var copy = CopyFile.open(file, json)) {
      copy.check(tables.all());
      return transaction.execute(_ -> read(copy));
    }
  }

  private Taken read(CopyFile copy) {
    tables.refuseUnlessEmpty();
    tables.speakPlainly();
    tables.clear();
    rows(copy);
    documents(copy);
    tables.makeAnew();
    audit.record("copy.read", "copy", null, Map.of("written_at", copy.manifest().at().toString(), "silah", copy.manifest().silah(), "rows",
        copy.manifest().files().stream().mapToLong(Manifest.Part::rows).sum()));
    var passwords = readmission.administrators();
    tables.goOnFrom(copy.manifest().sequences());
    return new Taken(copy.manifest(), passwords);
  }

  private void rows(CopyFile copy) {
    for (var table : tables.all()) {
      fitting(table, () -> {
        if (tables.in(table, copy.rowsIn(table)) != copy.rowsOf(table)) {
          throw new CopyUnfit("broken", table.name());
        }
      });
    }
    tables.all().stream().filter(table -> table.later() != null).forEach(table -> fitting(table, () -> tables.inLater(table, copy.rowsIn(table))));
  }

  /** What PostgreSQL says of a row tells of people, so only the table is told. */
  private static void fitting(CopiedTable table, Runnable work) {
    try {
      work.run();
    } catch (DataAccessException | UncheckedIOException refused) {
      throw new CopyUnfit("rows", table.name());
    }
  }

  /** Their bytes are there before the rows are; what a crash leaves of them is swept like any other. */
  private void documents(CopyFile copy) {
    var left = new HashSet<>(copy.documents());
    for (var place : documents) {
      place.forEach(sha256 -> {
        keep(place, copy, sha256);
        left.remove(sha256);
      });
    }
    if (!left.isEmpty()) {
      throw new CopyUnfit("unknown", CopyFile.DOCUMENTS + left.iterator().next());
    }
  }

  private static void keep(CopiedFiles place, CopyFile copy, String sha256) {
    try {
      var draft = Files.createTempFile("silah-copy", null);
      try (var in = copy.document(sha256)) {
        Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        place.keep(sha256, draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
