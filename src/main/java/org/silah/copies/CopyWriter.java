package org.silah.copies;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.kernel.CopiedFiles;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything there is to one ZIP, as it stood at one moment, row by row and never all of it in memory. That it was asked for is
 * written down before the first byte: what somebody took away half is taken away too.
 */
@Component
class CopyWriter {

  /** Spreadsheets take a file without it for their own old encoding. */
  static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CopyTables tables;
  private final List<CopiedFiles> documents;
  private final Institutions institutions;
  private final Audit audit;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;
  private final TransactionTemplate before;
  private final TransactionTemplate oneMoment;

  CopyWriter(CopyTables tables, List<CopiedFiles> documents, Institutions institutions, Audit audit, Texts texts, JsonMapper json, Clock clock,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.documents = documents;
    this.institutions = institutions;
    this.audit = audit;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
    this.before = new TransactionTemplate(transactions);
    this.oneMoment = new TransactionTemplate(transactions);
    this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.oneMoment.setReadOnly(true);
  }

  /** To be asked before anything is sent. @throws org.silah.kernel.BrokenRule while something is going on of which a copy would have half */
  void refuseHalf() {
    tables.refuseHalf();
  }

  /** @throws UncheckedIOException if nobody takes it any more */
  Manifest write(OutputStream out) {
    before.executeWithoutResult(_ -> audit.record("copy.write", "copy", null, Map.of()));
    return oneMoment.execute(_ -> {
      tables.refuseHalf();
      tables.speakPlainly();
      try (var zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.BEST_SPEED);
        return write(zip);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    });
  }

  private Manifest write(ZipOutputStream zip) throws IOException {
    var charity = institutions.charity();
    for (var language : Language.values()) {
      part(zip, "README." + language.code() + ".txt", file -> {
        var words = texts.in(language);
        file.write(words.get("copies.read-me", charity.name(language)).getBytes(StandardCharsets.UTF_8));
        return 0;
      });
    }
    var files = new ArrayList<Manifest.Part>();
    for (var table : tables.all()) {
      files.add(part(zip, name(table.name()), file -> {
        file.write(BOM);
        return tables.out(table, file);
      }));
    }
    var kept = documents(zip);
    var manifest = new Manifest(Manifest.FORMAT, version(), clock.instant(), new Manifest.Charity(charity.nameAr(), charity.nameEn()), files, kept, tables.sequences());
    part(zip, Manifest.NAME, file -> {
      file.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      return 0;
    });
    return manifest;
  }

  private static String version() {
    return Objects.requireNonNullElse(CopyWriter.class.getPackage().getImplementationVersion(), "");
  }

  private Manifest.Documents documents(ZipOutputStream zip) {
    var all = new long[2];
    for (var place : documents) {
      place.forEach(sha256 -> {
        try (InputStream content = place.open(sha256)) {
          all[1] += part(zip, CopyFile.DOCUMENTS + sha256, file -> content.transferTo(file)).bytes();
          all[0]++;
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
      });
    }
    return new Manifest.Documents(all[0], all[1]);
  }

  private interface Writing {
    long to(OutputStream file) throws IOException;
  }

  private static Manifest.Part part(ZipOutputStream zip, String name, Writing writing) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    var measured = new Measured(zip);
    long rows = writing.to(measured);
    zip.closeEntry();
    return new Manifest.Part(name, rows, measured.bytes(), measured.sha256());
  }

  /** {@code constituents.party} is {@code data/constituents.party.csv}. */
  static String name(String table) {
    return "data/" + table + ".csv";
  }
}
