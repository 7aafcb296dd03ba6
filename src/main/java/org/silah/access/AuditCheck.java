package org.silah.access;

import java.security.MessageDigest;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.silah.access.AuditFinding.Alteration;
import org.silah.access.AuditFinding.Broken;
import org.silah.access.AuditFinding.Sound;

/**
 * Reads the log from its beginning and names the first entry that is not as it was written. Heads handed out before show even
 * a chain that was computed anew from end to end.
 */
final class AuditCheck {

  private final AuditEntries entries;
  private final TreeMap<Long, AuditHead> exported = new TreeMap<>();
  private AuditHead reached = AuditHead.NONE;
  private @Nullable Broken broken;

  private AuditCheck(AuditEntries entries, List<AuditHead> exported) {
    this.entries = entries;
    exported.forEach(head -> this.exported.put(head.seq(), head));
  }

  /** Within one transaction that sees the log and its head at the same moment. */
  static AuditFinding of(AuditEntries entries, List<AuditHead> exported) {
    return new AuditCheck(entries, exported).run();
  }

  private AuditFinding run() {
    var head = entries.head();
    entries.read(1, entry -> {
      if (broken == null) {
        look(entry, head);
      }
    });
    if (broken == null) {
      broken = atTheEnd(head);
    }
    return broken == null ? new Sound(head, exported.size()) : broken;
  }

  private void look(AuditEntry entry, AuditHead head) {
    var expected = reached.seq() + 1;
    if (expected > head.seq()) {
      broken = new Broken(entry.seq(), Alteration.INSERTED);
    } else if (entry.seq() != expected) {
      broken = new Broken(expected, Alteration.MISSING);
    } else if (!entry.fits(expected, reached.hash())) {
      broken = new Broken(expected, kind(entry));
    } else if (differs(exported.get(expected), entry.hash())) {
      broken = new Broken(firstUnvouched(expected), Alteration.REWRITTEN);
    } else {
      reached = new AuditHead(expected, entry.hash());
    }
  }

  private @Nullable Broken atTheEnd(AuditHead head) {
    if (reached.seq() < head.seq() || !exported.isEmpty() && reached.seq() < exported.lastKey()) {
      return new Broken(reached.seq() + 1, Alteration.CUT);
    }
    return differs(head, reached.hash()) ? new Broken(Math.max(1, reached.seq()), Alteration.REWRITTEN) : null;
  }

  /** The entry behind the last head that still agrees: the alteration lies there or later. */
  private long firstUnvouched(long seq) {
    var agreed = exported.lowerKey(seq);
    return agreed == null ? 1 : agreed + 1;
  }

  /** What happened at the place where {@code found} stands: told from where the entries around it would fit. */
  private Alteration kind(AuditEntry found) {
    var next = entries.find(found.seq() + 1);
    if (next.isPresent() && next.get().fits(found.seq() + 2, found.hash())) {
      return Alteration.MISSING;
    }
    var rightful = rightful(found.seq());
    if (rightful == null) {
      return Alteration.CHANGED;
    }
    var shifted = rightful.seq() == found.seq() + 1 && !fitsElsewhere(found, rightful);
    return shifted ? Alteration.INSERTED : Alteration.REORDERED;
  }

  /** The entry that was written for place {@code seq}, wherever it stands now. */
  private @Nullable AuditEntry rightful(long seq) {
    var found = new AtomicReference<AuditEntry>();
    entries.read(seq + 1, entry -> {
      if (found.get() == null && entry.fits(seq, reached.hash())) {
        found.set(entry);
      }
    });
    return found.get();
  }

  /** Whether two neighbours only changed places. */
  private static boolean fitsElsewhere(AuditEntry found, AuditEntry rightful) {
    return found.fits(rightful.seq(), rightful.hash());
  }

  private static boolean differs(@Nullable AuditHead head, byte[] hash) {
    return head != null && !MessageDigest.isEqual(head.hash(), hash);
  }
}
