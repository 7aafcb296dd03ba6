package org.silah.constituents.documents;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    var forgotten = new Forgotten();
    files.forEachBefore(clock.instant().minus(FORGOTTEN), forgotten::see);
    forgotten.end();
    log.info("swept {} contents without a document and {} without a row", swept, forgotten.swept);
  }

  /** Asks for many at once which of them no row knows: the storage may hold millions. */
  private final class Forgotten {

    private final List<String> seen = new ArrayList<>();
    private long swept;

    void see(String sha256) {
      seen.add(sha256);
      if (seen.size() == BLOCK) {
        end();
      }
    }

    void end() {
      swept += contents.unknown(seen).stream().filter(contents::sweepForgotten).count();
      seen.clear();
    }
  }
}
