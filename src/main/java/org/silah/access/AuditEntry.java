package org.silah.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param detail JSON exactly as PostgreSQL prints a jsonb, since the hash is over that text
 */
record AuditEntry(
    long seq, Instant at, String actorKind, @Nullable String actor, String action, @Nullable String subjectKind, @Nullable String subject,
    String detail, byte[] hash) {

  record New(Actor actor, String action, @Nullable String subjectKind, @Nullable String subject, Map<String, ?> detail) {
    String actorKind() {
      return actor.kind().name().toLowerCase(Locale.ROOT);
    }
  }

  /** SHA-256 over the hash before and every column, each with its length so that none can lean into the next. */
  byte[] hashAfter(byte[] previous) {
    var digest = sha256();
    digest.update(previous);
    digest.update(ByteBuffer.allocate(20).putLong(seq).putLong(at.getEpochSecond()).putInt(at.getNano()).array());
    for (var part : new String[] {actorKind, actor, action, subjectKind, subject, detail}) {
      var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).array());
      if (bytes != null) {
        digest.update(bytes);
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
