package org.silah.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what was done, and who read a profile. An entry is chained and written as the last thing its
 * transaction does, so it is there exactly if the deed is, and the chain's end is locked only for that moment.
 */
@Component
public class Audit {

  private final AuditEntries entries;
  private final Actors actors;
  private final TransactionTemplate apart;

  Audit(AuditEntries entries, Actors actors, PlatformTransactionManager transactions) {
    this.entries = entries;
    this.actors = actors;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * @param action what was done, as {@code noun.verb}: {@code gift.record}, {@code client.read}
   * @param subject id of the row it was done to
   * @param detail facts worth keeping: before and after, counts; never a password or a key
   */
  @Transactional(propagation = Propagation.REQUIRED)
  public void record(String action, @Nullable String subjectKind, @Nullable Object subject, Map<String, ?> detail) {
    var entry = new AuditEntry.New(actors.current(), action, subjectKind, subject == null ? null : subject.toString(), detail);
    pending().add(entry);
  }

  /** To whom or what the one who acts did this lately, the latest first. */
  public List<String> lately(String action, int most) {
    return entries.lately(actors.current(), action, most);
  }

  private List<AuditEntry.New> pending() {
    for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
      if (synchronization instanceof AtTheEnd end && end.belongsTo(this)) {
        return end.pending;
      }
    }
    var end = new AtTheEnd();
    TransactionSynchronizationManager.registerSynchronization(end);
    return end.pending;
  }

  private class AtTheEnd implements TransactionSynchronization {

    final List<AuditEntry.New> pending = new ArrayList<>();

    boolean belongsTo(Audit audit) {
      return Audit.this == audit;
    }

    /** Nothing of the transaction's own comes behind this. */
    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    /** A reading transaction cannot write, so what was read is written down beside it, and still before the reader has it. */
    @Override
    public void beforeCommit(boolean readOnly) {
      if (readOnly) {
        apart.executeWithoutResult(_ -> append());
      } else {
        append();
      }
    }

    /** What others did in the very last moment, when it was too late for their own transaction. */
    @Override
    public void afterCommit() {
      if (!pending.isEmpty()) {
        apart.executeWithoutResult(_ -> append());
      }
    }

    private void append() {
      entries.append(pending);
      pending.clear();
    }
  }
}
