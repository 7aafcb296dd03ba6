package org.silah.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param detail JSON, kept letter by letter since the hash is over that text
 */
record AuditEntry(
    long seq, Instant at, String actorKind, @Nullable String actor, String action, @Nullable String subjectKind, @Nullable String subject,
    String detail, byte[] hash) {

  record New(Actor actor, String action, @Nullable String subjectKind, @Nullable String subject, Map<String, ?> detail) {
    String actorKind() {
      return actor.kind().name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether this is what stands at {@code seq} behind an entry of hash {@code previous}. */
  boolean fits(long seq, byte[] previous) {
    return MessageDigest.isEqual(hash, hashAt(seq, previous));
  }

  byte[] hashAfter(byte[] previous) {
    return hashAt(seq, previous);
  }

  /** SHA-256 over the hash before and every column, each with its length so that none can lean into the next. */
  private byte[] hashAt(long seq, byte[] previous) {
    var digest = Sha256.digest();
    digest.update(previous);
    digest.update(ByteBuffer.allocate(20).putLong(seq).putLong(at.getEpochSecond()).putInt(at.getNano()).array());
    add(actorKind, digest);
    add(actor, digest);
    add(action, digest);
    add(subjectKind, digest);
    add(subject, digest);
    add(detail, digest);
    return digest.digest();
  }

  private static void add(@Nullable String part, MessageDigest digest) {
    var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).array());
    if (bytes != null) {
      digest.update(bytes);
    }
  }
}
