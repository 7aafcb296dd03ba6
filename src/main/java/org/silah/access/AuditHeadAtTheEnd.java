package org.silah.access;

import org.springframework.context.SmartLifecycle;

/** Writes down where the log ends once no request is answered any more and while the database still is. */
class AuditHeadAtTheEnd implements SmartLifecycle {

  private final AuditEntries entries;
  private final AuditHeads heads;
  private volatile boolean running;

  AuditHeadAtTheEnd(AuditEntries entries, AuditHeads heads) {
    this.entries = entries;
    this.heads = heads;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    heads.add(entries.head());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped last. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
