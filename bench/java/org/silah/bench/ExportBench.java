package org.silah.bench;

import java.io.OutputStream;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * All clients as CSV and as a workbook over HTTP, and a complete copy out and into an empty Silah, against PostgreSQL's COPY of the clients'
 * rows to nowhere. Rows of the lists are clients, those of a copy are rows of all its tables.
 */
record ExportBench(int clients) implements Measurement {

  @Override
  public Result run() throws Exception {
    try (var house = new House(); var other = new House()) {
      var lists = Lists.write(house.folder, clients);
      var program = house.program(true, "--silah.workers=false");
      lists.bringClients(program);
      lists.bringGifts(program);
      var visit = Visit.begin(program);
      visit.open("/clients/export?kind=agency");
      var floor = floor(house);
      var csv = clients / seconds(visit.open("/clients/export"));
      var workbook = clients / seconds(visit.open("/clients/export?format=xlsx"));
      var file = house.folder.resolve("copy.zip").toString();
      long begun = System.nanoTime();
      Terminal.run(program, "copy", List.of("write", file));
      var written = seconds(System.nanoTime() - begun);
      var rows = rows(house);
      var empty = other.program(false, "--silah.workers=false");
      begun = System.nanoTime();
      Terminal.run(empty, "copy", List.of("read", file));
      var read = seconds(System.nanoTime() - begun);
      return Result.of("export").with("unit", "rows/s").with("floor", Math.round(floor)).with("csv", Math.round(csv)).with("xlsx", Math.round(workbook))
          .with("copy_write", Math.round(rows / written)).with("copy_read", Math.round(rows / read)).with("rows_of_copy", rows).with("clients", clients);
    }
  }

  private double floor(House house) throws Exception {
    try (var connection = house.database().owner().connect()) {
      long begun = System.nanoTime();
      long rows = connection.unwrap(PGConnection.class).getCopyAPI()
          .copyOut("copy (select * from constituents.party) to stdout (format csv)", OutputStream.nullOutputStream());
      return rows / seconds(System.nanoTime() - begun);
    }
  }

  private static long rows(House house) throws Exception {
    try (var connection = house.database().owner().connect(); var statement = connection.createStatement()) {
      statement.execute("analyze");
      try (var sum = statement.executeQuery("select coalesce(sum(reltuples), 0)::bigint from pg_class where relkind = 'r' and reltuples > 0 and relnamespace in ('constituents'::regnamespace, 'giving'::regnamespace, 'access'::regnamespace)"
          + " and relname not in ('name_rotation', 'name_word', 'name_slip', 'donor_summary', 'donor_year', 'day_total')")) {
        sum.next();
        return sum.getLong(1);
      }
    }
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
