package org.silah.constituents.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.silah.constituents.imports.Parsing.Parsed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file: one thread cuts it into rows, two make typed values of them, the first copies those into the staging tables.
 * What is in memory is a few batches, however large the file. It is read once more only for the cells of rows that fail later.
 */
@Component
class Staging {

  private static final int THREADS = 2;
  private static final int BATCHES_UNDER_WAY = 6;
  private static final int ROWS_AT_ONCE = 20_000;
  private static final int BYTES_AT_ONCE = 16 << 20;
  private static final int CELLS_AT_ONCE = 500;

  private final Opening opening;
  private final Imports imports;
  private final ImportRows rows;
  private final ImportKinds kinds;
  private final Copies copies;
  private final List<ClientColumns> more;
  private final Limits limits;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  Staging(Opening opening, Imports imports, ImportRows rows, ImportKinds kinds, Copies copies, List<ClientColumns> more, Limits limits,
      JsonMapper json, TransactionTemplate transaction) {
    this.opening = opening;
    this.imports = imports;
    this.rows = rows;
    this.kinds = kinds;
    this.copies = copies;
    this.more = more;
    this.limits = limits;
    this.json = json;
    this.transaction = transaction;
  }

  /**
   * Begins from the start of the file, whatever an earlier try has left.
   *
   * @param step called before each step; it may throw to stop the work
   * @throws ImportRefused if the file cannot be read to its end
   */
  void stage(Import job, int claim, Runnable step) throws IOException {
    var kind = kinds.get(job.kind());
    transaction.executeWithoutResult(_ -> {
      imports.proceed(job.id(), claim, ImportState.STAGING);
      rows.clear(job.id());
      kind.clear(job.id());
      imports.beginAgain(job.id());
    });
    try (var sheet = opening.open(job.id(), job.shape());
        var threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("import-", 0).factory())) {
      read(sheet, job, new Pipeline(job, kind, claim, step, threads));
    }
  }

  private void read(ImportSheet sheet, Import job, Pipeline pipeline) throws IOException {
    var batch = new Batch();
    while (sheet.next()) {
      if (sheet.row() <= job.shape().headerRow() || Parsing.isBlank(sheet.cells(), 0)) {
        continue;
      }
      if (sheet.row() > limits.rows()) {
        throw new ImportRefused("rows", limits.rows());
      }
      batch.add(sheet.row(), sheet.cells());
      if (batch.isFull()) {
        pipeline.add(batch.readUpTo(sheet.position()));
        batch = new Batch();
      }
    }
    if (!batch.isEmpty()) {
      pipeline.add(batch.readUpTo(sheet.position()));
    }
    pipeline.finish();
  }

  /** Reads the file again for the cells of rows that failed only when they were matched: to be mended they must be shown. */
  void keepCellsOfFailed(Import job) throws IOException {
    var wanted = rows.failedWithoutCells(job.id()).stream().collect(Collectors.groupingBy(job::fileRow));
    if (wanted.isEmpty()) {
      return;
    }
    try (var sheet = opening.open(job.id(), job.shape())) {
      var found = new ArrayList<Batch.Row>();
      while (sheet.next()) {
        for (int row : wanted.getOrDefault(sheet.row(), List.of())) {
          found.add(new Batch.Row(row, sheet.cells()));
        }
        if (found.size() >= CELLS_AT_ONCE) {
          rows.keepCells(job.id(), found);
          found.clear();
        }
      }
      rows.keepCells(job.id(), found);
    }
  }

  private final class Pipeline {

    private final Import job;
    private final ImportKind kind;
    private final int claim;
    private final Runnable step;
    private final ExecutorService threads;
    private final Parsing parsing;
    private final Queue<Future<Parsed>> underWay = new ArrayDeque<>();
    private Parsed ready = Parsed.nothing();

    Pipeline(Import job, ImportKind kind, int claim, Runnable step, ExecutorService threads) {
      this.job = job;
      this.kind = kind;
      this.claim = claim;
      this.step = step;
      this.threads = threads;
      this.parsing = new Parsing(job, kind, more, limits.cell(), json);
    }

    void add(Batch batch) {
      underWay.add(threads.submit(() -> parsing.parse(batch)));
      if (underWay.size() >= BATCHES_UNDER_WAY) {
        take();
      }
    }

    void finish() {
      while (!underWay.isEmpty()) {
        take();
      }
      write();
    }

    private void take() {
      ready = ready.with(result(underWay.remove()));
      if (ready.rows() >= ROWS_AT_ONCE || ready.bytes() >= BYTES_AT_ONCE) {
        write();
      }
    }

    private void write() {
      if (ready.rows() == 0) {
        return;
      }
      step.run();
      transaction.executeWithoutResult(_ -> {
        imports.proceed(job.id(), claim, ImportState.STAGING);
        copies.staged(ready.clients());
        if (kind.copy() != null) {
          copies.own(kind.copy(), ready.own());
        }
        copies.failed(ready.failed());
        imports.staged(job.id(), ready.lastRow() * job.spread(), ready.position());
      });
      ready = ready.emptied();
    }

    private static Parsed result(Future<Parsed> parsed) {
      try {
        return parsed.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new java.io.InterruptedIOException());
      }
    }
  }
}
