package org.silah.constituents.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes typed rows of the cells of one import. Several threads use it at once. */
final class Parsing {

  /** Rows ready for COPY: of clients, of the kind's own, and those that failed. */
  record Parsed(CopyBuffer clients, CopyBuffer own, CopyBuffer failed, int rows, int lastRow, long position) {

    static Parsed nothing() {
      return new Parsed(new CopyBuffer(1 << 20), new CopyBuffer(1 << 16), new CopyBuffer(1 << 10), 0, 0, 0);
    }

    Parsed with(Parsed next) {
      clients.add(next.clients);
      own.add(next.own);
      failed.add(next.failed);
      return new Parsed(clients, own, failed, rows + next.rows, next.lastRow, next.position);
    }

    /** The same buffers for the next rows. */
    Parsed emptied() {
      clients.clear();
      own.clear();
      failed.clear();
      return new Parsed(clients, own, failed, 0, lastRow, position);
    }

    long bytes() {
      return (long) clients.size() + own.size() + failed.size();
    }
  }

  private final Import job;
  private final ImportKind.Reader kind;
  private final boolean stages;
  private final ClientReader clients;
  private final Map<String, int[]> places;
  private final int cellLimit;
  private final JsonMapper json;
  private final ImportKind.@Nullable Unfolding unfolding;

  Parsing(Import job, ImportKind kind, List<ClientColumns> more, int cellLimit, JsonMapper json) {
    this.job = job;
    this.kind = kind.reader(job.settings());
    this.stages = kind.copy() != null;
    this.clients = new ClientReader(job.settings(), readings(job, more));
    this.places = job.columns().places();
    this.cellLimit = cellLimit;
    this.json = json;
    this.unfolding = kind.unfolding(job.columns().headers(), job.columns().fields(), job.settings());
  }

  private static Map<String, ClientColumns.Reading> readings(Import job, List<ClientColumns> more) {
    return more.stream().collect(Collectors.toMap(ClientColumns::code, one -> one.reading(job.settings())));
  }

  Parsed parse(Batch batch) {
    var parsed = new Parsed(
        new CopyBuffer(batch.rows().size() * 200), new CopyBuffer(stages ? batch.rows().size() * 100 : 0), new CopyBuffer(0), batch.rows().size(),
        batch.lastRow(), batch.position());
    for (var row : batch.rows()) {
      parse(row, parsed);
    }
    return parsed;
  }

  private void parse(Batch.Row row, Parsed into) {
    var line = new Line(places, row.cells());
    if (hasShape(line)) {
      if (unfolding == null) {
        read(line, row.number(), into);
      } else {
        unfold(line, row, into);
      }
    }
    if (line.isWrong()) {
      fail(row, line.problems(), into.failed);
    }
  }

  /** A row whose parts are not all right is nothing at all. */
  private void unfold(Line line, Batch.Row row, Parsed into) {
    int clientsBefore = into.clients.size();
    int ownBefore = into.own.size();
    for (var part : unfolding.parts(line, filledUp(row.cells()))) {
      var its = new Line(part);
      read(its, first(row) + part.slot(), into);
      line.takeProblems(its, job.columns().width());
    }
    if (line.isWrong()) {
      into.clients.backTo(clientsBefore);
      into.own.backTo(ownBefore);
    }
  }

  /** Rows of workbooks may end early. */
  private String[] filledUp(String[] cells) {
    var all = Arrays.copyOf(cells, Math.max(cells.length, job.columns().width()));
    Arrays.fill(all, cells.length, all.length, "");
    return all;
  }

  private int first(Batch.Row row) {
    return (row.number() - 1) * job.spread() + 1;
  }

  private void read(Line line, int number, Parsed into) {
    var id = job.id().value();
    into.own.beginRow(id, number);
    kind.read(line, into.own);
    into.clients.beginRow(id, number);
    clients.read(line, into.clients);
    into.own.endRow();
    into.clients.endRow();
    if (line.isWrong()) {
      into.clients.dropRow();
    }
    if (line.isWrong() || !stages) {
      into.own.dropRow();
    }
  }

  /** Whether it has as many cells as there are columns, none of them endless. */
  private boolean hasShape(Line line) {
    var cells = line.cells();
    int width = job.columns().width();
    if (cells.length > width && !isBlank(cells, width)) {
      line.wrong("constituents.import.wrong.cells", cells.length, width);
    } else if (cells.length < width && job.shape().format() == FileFormat.CSV) {
      line.wrong("constituents.import.wrong.cells", cells.length, width);
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].length() > cellLimit) {
        line.wrong("constituents.import.wrong.cell-too-long", cellLimit);
        break;
      }
    }
    return !line.isWrong();
  }

  private void fail(Batch.Row row, List<RowProblem> problems, CopyBuffer failed) {
    failed.beginRow(job.id().value(), first(row));
    failed.text("failed").json(json.writeValueAsString(problems)).json(json.writeValueAsString(row.cells()));
    failed.endRow();
  }

  static boolean isBlank(String[] cells, int from) {
    for (int i = from; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        return false;
      }
    }
    return true;
  }
}
