package org.silah.constituents.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the work an import waits for, in steps that are each one transaction. It can be stopped anywhere, by a kill too: whoever
 * runs it again goes on behind the last step that was committed.
 */
@Component
class Work {

  /** Of a list that is being committed: each step is as large as all before it, so that people see it move and thanks leave at once. */
  private static final int FIRST_ROWS = 1_000;

  private final Imports imports;
  private final ImportKinds kinds;
  private final Staging staging;
  private final ImportRows rows;
  private final ImportFiles files;
  private final Matching matching;
  private final NewNames names;
  private final Commit commit;
  private final Undo undo;
  private final Actors actors;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Work(Imports imports, ImportKinds kinds, Staging staging, ImportRows rows, ImportFiles files, Matching matching,
      NewNames names, Commit commit, Undo undo, Actors actors, Audit audit, ApplicationEventPublisher events, Clock clock,
      TransactionTemplate transaction) {
    this.imports = imports;
    this.kinds = kinds;
    this.staging = staging;
    this.rows = rows;
    this.files = files;
    this.matching = matching;
    this.names = names;
    this.commit = commit;
    this.undo = undo;
    this.actors = actors;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Leads the import to the next state in which it waits for people. Does nothing if it is in one.
   *
   * @param stop asked between two steps
   * @throws ImportInterrupted if {@code stop} said so
   * @throws ImportTakenOver if somebody else began to work on it in the meantime
   */
  void run(ImportId id, BooleanSupplier stop) {
    var job = imports.get(id);
    if (job.state().isAtWork()) {
      int claim = imports.claim(id);
      actors.as(actor(job.askedBy()), () -> {
        work(job, claim, stop);
        return claim;
      });
    }
  }

  private void work(Import job, int claim, BooleanSupplier stop) {
    switch (job.state()) {
      case STAGING -> stage(job, claim, stop);
      case COMMITTING -> commit(job, claim, stop);
      case UNDOING -> undo(job, claim, stop);
      case COLUMNS, PREVIEW, DONE, UNDONE, DISCARDED, BROKEN -> throw new IllegalStateException(job.state().code());
    }
  }

  /** Ends an import on which the program fails. What was committed stays, and can be undone. */
  void giveUp(ImportId id, String number) {
    transaction.executeWithoutResult(_ -> {
      var job = imports.hold(id);
      if (job.state() == ImportState.STAGING) {
        clear(job);
        rows.clear(id);
      }
      if (job.state().isAtWork()) {
        imports.broken(id, new ImportFailed(number));
      }
    });
  }

  private static void goOn(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new ImportInterrupted();
    }
  }

  private void stage(Import job, int claim, BooleanSupplier stop) {
    try {
      staging.stage(job, claim, () -> goOn(stop));
      transaction.executeWithoutResult(_ -> match(job, claim));
    } catch (ImportRefused refused) {
      transaction.executeWithoutResult(_ -> {
        imports.proceed(job.id(), claim, ImportState.STAGING);
        clear(job);
        rows.clear(job.id());
        imports.broken(job.id(), refused);
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void match(Import job, int claim) {
    imports.proceed(job.id(), claim, ImportState.STAGING);
    matching.match(job.id(), MatchRules.of(job.settings()));
    var kind = kinds.get(job.kind());
    judge(job, kind, 1, Integer.MAX_VALUE, false);
    kind.alreadyRecorded(job.settings()).ifPresent(already -> rows.skip(job.id(), already));
    keepCellsOfFailed(job);
    imports.counted(job.id(), rows.counts(job));
    imports.enter(job.id(), ImportState.PREVIEW);
  }

  private void judge(Import job, ImportKind kind, int first, int last, boolean writing) {
    kind.judge(new ImportKind.Rows(job.settings(), first, last, writing));
    var unfolding = kind.unfolding(job.columns().headers(), job.columns().fields(), job.settings());
    if (unfolding != null && unfolding.whole()) {
      matching.failWhole(job.id(), job.spread(), first, last);
    }
  }

  private void keepCellsOfFailed(Import job) {
    try {
      staging.keepCellsOfFailed(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(Import job, int claim, BooleanSupplier stop) {
    transaction.executeWithoutResult(_ -> {
      imports.proceed(job.id(), claim, ImportState.COMMITTING);
      matching.failRemoved(job.id());
    });
    var told = new HashSet<String>();
    while (commitChunk(job, claim, told)) {
      goOn(stop);
    }
  }

  /** @return whether there is more to do */
  private boolean commitChunk(Import job, int claim, Set<String> told) {
    var kind = kinds.get(job.kind());
    int first = imports.get(job.id()).doneRow() + 1;
    int last = Math.min(job.lastRow(), first - 1 + Math.clamp(first - 1, FIRST_ROWS * job.spread(), kind.chunkRows() * job.spread()));
    var keys = names.prepare(job.id(), first, last, told);
    return Boolean.TRUE.equals(transaction.execute(_ -> {
      commit.alone();
      var held = imports.proceed(job.id(), claim, ImportState.COMMITTING);
      if (held.doneRow() != first - 1) {
        throw new ImportTakenOver(job.id());
      }
      if (first > job.lastRow()) {
        finish(held);
        return false;
      }
      matching.matchAgain(job.id(), MatchRules.of(job.settings()), first, last);
      judge(job, kind, first, last, true);
      var chunk = new Chunk(job.settings(), first, last, now(), job.askedBy());
      int made = commit.commit(job, chunk, keys);
      commit.markChanged(kind.commit(chunk), chunk);
      imports.done(job.id(), last);
      audit.record("import.write", "import", job.id(), Map.of("kind", job.kind(), "first_row", first, "last_row", last, "clients_made", made));
      return true;
    }));
  }

  private void finish(Import job) {
    keepCellsOfFailed(job);
    var counts = rows.counts(job);
    imports.counted(job.id(), counts);
    imports.enter(job.id(), ImportState.DONE);
    imports.finished(job.id(), now());
    clear(job);
    audit.record("import.finish", "import", job.id(), counts);
    events.publishEvent(new ClientsImported(job.id(), counts.getOrDefault("new", 0L), counts.getOrDefault("joined", 0L), now()));
  }

  private void undo(Import job, int claim, BooleanSupplier stop) {
    while (undoChunk(job, claim)) {
      goOn(stop);
    }
  }

  /** First the kind takes back all that is its own, then the clients go: {@code undone_row} counts through the file twice. */
  private boolean undoChunk(Import job, int claim) {
    var kind = kinds.get(job.kind());
    return Boolean.TRUE.equals(transaction.execute(_ -> {
      commit.alone();
      int undone = imports.proceed(job.id(), claim, ImportState.UNDOING).undoneRow();
      int lastRow = job.lastRow();
      if (undone >= 2 * lastRow) {
        imports.enter(job.id(), ImportState.UNDONE);
        imports.finished(job.id(), now());
        return false;
      }
      boolean own = undone < lastRow;
      int first = (own ? undone : undone - lastRow) + 1;
      int last = Math.min(lastRow, first - 1 + kind.chunkRows() * job.spread());
      var chunk = new Chunk(job.settings(), first, last, now(), job.askedBy());
      if (own) {
        undo.putBack(chunk, kind.undo(chunk));
      } else {
        undo.undo(chunk, kind.leavesTraces());
      }
      imports.undone(job.id(), own ? last : lastRow + last);
      audit.record("import.undo", "import", job.id(), Map.of("kind", job.kind(), "first_row", first, "last_row", last, "own", own));
      return true;
    }));
  }

  /** What was only needed on the way: the file, the typed rows. */
  void clear(Import job) {
    rows.clearStaged(job.id());
    kinds.find(job.kind()).ifPresent(kind -> kind.clear(job.id()));
    files.delete(job.id());
  }

  void clearRows(Import job) {
    rows.clear(job.id());
  }

  /** To the microsecond, as PostgreSQL keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Actor actor(String code) {
    int colon = code.indexOf(':');
    var kind = colon < 0 ? code : code.substring(0, colon);
    return new Actor(Actor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), colon < 0 ? null : code.substring(colon + 1));
  }
}
