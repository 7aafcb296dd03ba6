package org.silah.access;

/** What reading the whole log again has shown. */
sealed interface AuditFinding {

  /** Every entry follows from the one before, and every head that was ever handed out is on the way. */
  record Sound(AuditHead head, int exported) implements AuditFinding {}

  /** @param seq number of the first entry that is not as it was written */
  record Broken(long seq, Alteration alteration) implements AuditFinding {}

  enum Alteration {
    CHANGED, MISSING, INSERTED, REORDERED, CUT,
    /** The chain is whole in itself, but it is not the one whose head was handed out at {@code seq} or the last before. */
    REWRITTEN;

    String key() {
      return "access.audit.alteration." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
