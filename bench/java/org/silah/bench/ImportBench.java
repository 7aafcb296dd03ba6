package org.silah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Clients and gifts from CSV through the real import, from opening the file to the last committed row, and the keys by which duplicates
 * of the new clients are found, against COPY of the rows that came of it into the same tables with the same indexes and keys. Rows are
 * those of the two lists. The program has the heap that {@code bin/start} gives it.
 */
record ImportBench(int clients) implements Measurement {

  private static final double TARGET = 4;
  private static final long MORE_MEMORY = 200;
  /** In an order that foreign keys allow; the bookkeeping of imports and the audit log are not part of the floor. */
  private static final List<String> TABLES = List.of(
      "constituents.party", "constituents.party_role", "constituents.phone", "constituents.email", "constituents.identity", "constituents.address",
      "constituents.consent", "constituents.fact", "constituents.note", "constituents.name_word", "constituents.name_rotation", "giving.gift",
      "giving.donor_summary", "giving.donor_year", "giving.day_total", "constituents.likeness_record", "constituents.likeness_key");

  @Override
  public Result run() throws Exception {
    try (var house = new House(); var empty = new House()) {
      var lists = Lists.write(house.folder, clients);
      double ours;
      double keys;
      long idle;
      long most;
      try (var program = house.program(false, "--silah.workers=false"); var memory = Memory.ofIdle()) {
        ours = lists.bringClients(program) + lists.bringGifts(program);
        idle = memory.idle();
        most = memory.most();
        keys = ((Number) Terminal.searchDuplicates(program).get("following_seconds")).doubleValue();
        System.out.printf("keys: %.1f s%n", keys);
        ours += keys;
      }
      empty.program(false, "--silah.workers=false").close();
      double floor = 0;
      long written = 0;
      try (var from = house.database().owner().connect(); var to = empty.database().owner().connect()) {
        clear(to);
        for (var table : TABLES) {
          var file = house.folder.resolve(table + ".copy");
          written += copyOut(from, table, file);
          double seconds = copyIn(to, table, file);
          System.out.printf("copy into %s: %.1f s%n", table, seconds);
          floor += seconds;
          Files.delete(file);
        }
      }
      int rows = lists.clients() + lists.gifts();
      System.out.printf("%,d rows of the lists became %,d rows; ours %.1f s, floor %.1f s%n", rows, written, ours, floor);
      return Result.throughput("import", "rows/s", rows / ours, rows / floor, TARGET).with("clients", lists.clients()).with("gifts", lists.gifts())
          .with("keys_seconds", keys).with("memory_idle_mb", idle).with("memory_most_mb", most).with("memory_target_mb", idle + MORE_MEMORY);
    }
  }

  private static void clear(Connection to) throws SQLException {
    try (var statement = to.createStatement()) {
      statement.execute("delete from constituents.name_word");
    }
  }

  private static long copyOut(Connection from, String table, Path file) throws SQLException, IOException {
    try (var out = Files.newOutputStream(file)) {
      return from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout (format binary)", out);
    }
  }

  private static double copyIn(Connection to, String table, Path file) throws SQLException, IOException {
    long start = System.nanoTime();
    try (var in = Files.newInputStream(file)) {
      to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin (format binary)", in, 1 << 16);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
