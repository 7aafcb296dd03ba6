package org.silah.constituents.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  Parsing(Import job, ImportKind kind, List<ClientColumns> more, int cellLimit, JsonMapper json) {
    this.job = job;
    this.kind = kind.reader(job.settings());
    this.stages = kind.copy() != null;
    this.clients = new ClientReader(job.settings(), readings(job, more));
    this.places = job.columns().places();
    this.cellLimit = cellLimit;
    this.json = json;
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
      var id = job.id().value();
      into.own.beginRow(id, row.number());
      kind.read(line, into.own);
      into.clients.beginRow(id, row.number());
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
    if (line.isWrong()) {
      fail(row, line.problems(), into.failed);
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
    failed.beginRow(job.id().value(), row.number());
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
