package org.silah.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.UUID;

/** The profile of one client with so many entries in the timeline, half of them gifts, among {@value #OTHERS} others; and older pages of it. */
record ProfileBench(int entries) implements Measurement {

  private static final double TARGET_MILLIS = 60;
  private static final int OTHERS = 20_000;
  private static final String FILE = "NOOR-1";

  @Override
  public Result run() throws Exception {
    try (var house = new House()) {
      var others = Lists.writeClients(house.folder, OTHERS);
      try (var program = house.program(false, "--silah.workers=false")) {
        Lists.bring(program, "clients", others);
        Lists.bring(program, "gifts", gifts(house.folder));
      }
      UUID client;
      try (var owner = house.database().owner().connect(); var statement = owner.createStatement()) {
        client = dealings(statement);
        statement.execute("vacuum (analyze)");
      }
      var visit = Visit.begin(house.program(true, "--silah.workers=false"));
      var profile = visit.time(Collections.nCopies(400, "/clients/" + client));
      var older = visit.time(Collections.nCopies(400, "/clients/" + client + "/timeline?before=2024-06-01T00:00:00Z"));
      return Result.latency("profile", profile, TARGET_MILLIS)
          .with("older", new Result(new LinkedHashMap<>()).with("p50_ms", older.millis(0.5)).with("p95_ms", older.millis(0.95)))
          .with("entries", entries);
    }
  }

  private Path gifts(Path folder) throws Exception {
    var list = new StringBuilder("الاسم,رقم الملف,المبلغ,تاريخ التبرع,رقم العملية\n");
    var first = LocalDate.of(2016, 1, 1);
    for (int n = 0; n < entries / 2; n++) {
      list.append("نورة سعد الدوسري,").append(FILE).append(',').append(50 + n % 900).append(',').append(first.plusDays(n % 3_600)).append(",R").append(n).append('\n');
    }
    return Files.writeString(folder.resolve("noor.csv"), list);
  }

  /** A fifth notes, a fifth answers, a twentieth confirmations, the rest messages. */
  private UUID dealings(Statement statement) throws SQLException {
    UUID client;
    try (var rows = statement.executeQuery("select party_id from constituents.identity where number = '" + FILE + "'")) {
      rows.next();
      client = rows.getObject(1, UUID.class);
    }
    var when = "timestamptz '2016-01-01' + n * interval '5 hours'";
    var from = " from generate_series(1, %d) n".formatted(entries / 5);
    statement.execute("insert into constituents.note (id, party_id, text, at, written_by) select uuidv7(), '" + client + "', 'مكالمة رقم ' || n, " + when + ", 'bench'" + from);
    statement.execute("insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, at, recorded_by) select uuidv7(), '" + client
        + "', (array['email', 'sms', 'call'])[1 + n % 3], 'progress', (array['granted', 'refused'])[1 + n % 2], 'said', 'staff', " + when + ", 'bench'" + from);
    statement.execute("insert into constituents.confirmation (id, party_id, item, source, was, as_of, recorded_at) select uuidv7(), '" + client
        + "', 'phone', 'call', date '2016-01-01', date '2016-01-01' + n, " + when + " from generate_series(1, %d) n".formatted(entries / 20));
    statement.execute("insert into dialogue.message (id, unique_key, party_id, channel, topic, purpose, template, language, context, state, not_before, basis, address, sending_at, "
        + "created_at, sent_at) select uuidv7(), 'bench ' || n, '" + client + "', 'email', 'thanks', 'gift', 'thanks', 'ar', '{}', 'sent', " + when + ", 'thanks:x', 'n@example.org', "
        + when + ", " + when + ", " + when + " from generate_series(1, %d) n".formatted(entries / 20));
    return client;
  }
}
