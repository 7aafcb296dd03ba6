package org.silah.constituents.documents;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Throws away contents of which no document is left, and those that a crash left in the storage before any row told of them. */
@Component
class DocumentSweep {

  private static final Logger log = LoggerFactory.getLogger(DocumentSweep.class);
  private static final int BLOCK = 500;
  /** Whoever writes bytes has long written the row by then. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final DocumentContents contents;
  private final FileStore files;
  private final Clock clock;

  DocumentSweep(DocumentContents contents, FileStore files, Clock clock) {
    this.contents = contents;
    this.files = files;
    this.clock = clock;
  }

  void run() {
    long swept = 0;
    long before;
    do {
      before = swept;
      swept += contents.unused(BLOCK).stream().filter(contents::sweep).count();
    } while (swept > before);
    var forgotten = new java.util.concurrent.atomic.AtomicLong();
    files.forEachBefore(clock.instant().minus(FORGOTTEN), sha256 -> {
      if (contents.sweepForgotten(sha256)) {
        forgotten.incrementAndGet();
      }
    });
    log.info("swept {} contents without a document and {} without a row", swept, forgotten);
  }
}
