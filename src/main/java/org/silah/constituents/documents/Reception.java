package org.silah.constituents.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file in by way of the disk: its size, the virus scanner, its type, what a picture tells of its place. Never all of it in memory. */
@Component
class Reception {

  private final Recognition recognition;
  private final VirusScan scan;
  private final Thumbnails thumbnails;
  private final DocumentLimits limits;
  private final Audit audit;
  private final TransactionTemplate apart;

  Reception(Recognition recognition, VirusScan scan, Thumbnails thumbnails, DocumentLimits limits, Audit audit, PlatformTransactionManager transactions) {
    this.recognition = recognition;
    this.scan = scan;
    this.thumbnails = thumbnails;
    this.limits = limits;
    this.audit = audit;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * @param name as it was sent, of which little is believed
   * @throws FileRefused if it is not taken
   * @throws NotNow if the scanner is away
   */
  Arrival take(PartyId party, @Nullable String name, InputStream bytes) throws IOException {
    var file = Files.createTempFile("silah-document", ".coming");
    var clean = Files.createTempFile("silah-document", ".clean");
    try {
      copy(bytes, file);
      refuseInfected(party, file);
      var type = recognition.tell(file);
      Picture picture = type.isPicture() ? Picture.strip(type, file, clean, limits.pixels()) : null;
      var kept = picture == null ? file : clean;
      Files.delete(picture == null ? clean : file);
      return new Arrival(kept, FileNames.of(name, type), type, sha256(kept), Files.size(kept), picture == null ? null : thumbnails.of(kept, type, picture));
    } catch (IOException | RuntimeException refused) {
      Files.deleteIfExists(file);
      Files.deleteIfExists(clean);
      throw refused;
    }
  }

  private void copy(InputStream bytes, Path file) throws IOException {
    long largest = limits.largest().toBytes();
    try (OutputStream to = Files.newOutputStream(file)) {
      var buffer = new byte[32 * 1024];
      long length = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        length += read;
        if (length > largest) {
          throw new FileRefused("large", limits.largest().toMegabytes());
        }
        to.write(buffer, 0, read);
      }
      if (length == 0) {
        throw new FileRefused("empty");
      }
    }
  }

  /** What was found is in the audit log although nothing else of the request stays. */
  private void refuseInfected(PartyId party, Path file) {
    scan.find(file).ifPresent(found -> {
      apart.executeWithoutResult(_ -> audit.record("client.document.infected", "client", party, Map.of("found", found)));
      throw new FileRefused("infected", found);
    });
  }

  private static String sha256(Path file) throws IOException {
    try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
