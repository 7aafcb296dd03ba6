package org.silah.bench;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The pages of a working day, signed in, as one after the other; and the list of clients with four at a time. */
record PagesBench(int clients) implements Measurement {

  private static final double TARGET_MILLIS = 50;
  private static final double TARGET_RATE = 500;

  /** @param name under which its figures are told */
  private record Page(String name, String path) {}

  @Override
  public Result run() throws Exception {
    try (var house = new House()) {
      var lists = Lists.write(house.folder, clients);
      try (var program = house.program(false, "--silah.workers=false")) {
        lists.bringClients(program);
        lists.bringGifts(program);
      }
      var program = house.program(true, "--silah.workers=true");
      var profiles = settle(house);
      var visit = Visit.begin(program);
      var result = Result.of("pages");
      boolean met = true;
      for (var page : List.of(new Page("dashboard", "/"), new Page("list", "/clients"), new Page("pyramid", "/pyramid"))) {
        var latencies = visit.time(Collections.nCopies(300, page.path));
        met &= latencies.millis(0.95) <= TARGET_MILLIS;
        result = result.with(page.name, figures(latencies));
      }
      var latencies = visit.time(profiles.stream().map(id -> "/clients/" + id).toList());
      met &= latencies.millis(0.95) <= TARGET_MILLIS;
      double rate = visit.rate("/clients", 4, 8_000);
      met &= rate >= TARGET_RATE;
      return result.with("profile", figures(latencies)).with("target_ms", TARGET_MILLIS)
          .with("list_per_s", Math.round(rate)).with("list_target_per_s", TARGET_RATE).with("clients", lists.clients()).with("gifts", lists.gifts())
          .with("met", met);
    }
  }

  private static Result figures(Latencies latencies) {
    return new Result(new java.util.LinkedHashMap<>()).with("p50_ms", latencies.millis(0.5)).with("p95_ms", latencies.millis(0.95));
  }

  private static List<UUID> settle(House house) throws Exception {
    try (var connection = house.database().owner().connect(); var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze)");
      await(statement);
      var ids = new java.util.ArrayList<UUID>();
      try (var rows = statement.executeQuery("select party_id from giving.donor_summary order by md5(party_id::text) limit 300")) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }

  /** The pyramid is ranked and the dashboard counted in the background after the program has started. */
  private static void await(java.sql.Statement statement) throws SQLException, InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      try (var rows = statement.executeQuery(
          "select (select count(*) from segments.pyramid_run where donors > 0) * (select count(*) from insight.count_run)")) {
        rows.next();
        if (rows.getLong(1) > 0) {
          return;
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("pyramid and dashboard were not computed in two minutes");
  }
}
