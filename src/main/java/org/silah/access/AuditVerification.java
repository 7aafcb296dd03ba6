package org.silah.access;

import java.util.concurrent.Semaphore;
import org.silah.access.AuditFinding.Sound;
import org.silah.kernel.BrokenRule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole log while others go on writing it. One at a time: it keeps a core busy. */
@Component
class AuditVerification {

  static class UnderWay extends BrokenRule {
    UnderWay() {
      super("access.audit.under-way");
    }
  }

  private final AuditEntries entries;
  private final AuditHeads heads;
  private final TransactionTemplate oneMoment;
  private final Semaphore one = new Semaphore(1);

  AuditVerification(AuditEntries entries, AuditHeads heads, PlatformTransactionManager transactions) {
    this.entries = entries;
    this.heads = heads;
    this.oneMoment = new TransactionTemplate(transactions);
    this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.oneMoment.setReadOnly(true);
    this.oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** @throws UnderWay if somebody else is at it */
  AuditFinding run() {
    if (!one.tryAcquire()) {
      throw new UnderWay();
    }
    try {
      var finding = oneMoment.execute(_ -> AuditCheck.of(entries, heads.all()));
      if (finding instanceof Sound sound) {
        heads.add(sound.head());
      }
      return finding;
    } finally {
      one.release();
    }
  }
}
