package org.silah.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.silah.access.ApiKeys;
import org.silah.access.Scope;
import org.silah.constituents.search.Search;
import org.silah.kernel.PersonName;

/**
 * What people type into the search box, through the HTTP endpoint, two at a time; then the same questions asked of the same code
 * without HTTP, which is little more than its SQL.
 */
record SearchBench(int clients) implements Measurement {

  private static final double TARGET_MILLIS = 25;
  private static final int QUESTIONS = 3_000;

  @Override
  public Result run() throws Exception {
    try (var house = new House()) {
      var list = Lists.writeClients(house.folder, clients);
      var program = house.program(true, "--silah.workers=false");
      Lists.bring(program, "clients", list);
      settle(house);
      var questions = questions(house);
      var key = program.getBean(ApiKeys.class).issue("bench", Scope.all());
      var http = HttpClient.newHttpClient();
      var base = "http://127.0.0.1:" + House.port(program) + "/api/v1/search?limit=10&q=";
      for (var warm : questions.subList(0, 500)) {
        ask(http, key, base, warm);
      }
      var overHttp = new Latencies();
      Together.run(2, questions, question -> overHttp.add(ask(http, key, base, question)));
      var search = program.getBean(Search.class);
      var bare = new Latencies();
      Together.run(2, questions, question -> {
        long start = System.nanoTime();
        search.find(question, 10);
        bare.add(System.nanoTime() - start);
      });
      return Result.latency("search", overHttp, TARGET_MILLIS)
          .with("clients", clients).with("bare_p95_ms", bare.millis(0.95))
          .with("ratio", Math.round(overHttp.millis(0.95) / bare.millis(0.95) * 100) / 100.0);
    }
  }

  private static long ask(HttpClient http, String key, String base, String question) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + URLEncoder.encode(question, StandardCharsets.UTF_8))).header("Authorization", "Bearer " + key).build();
    long start = System.nanoTime();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    long took = System.nanoTime() - start;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " for " + question + ": " + answer.body());
    }
    return took;
  }

  private static void settle(House house) throws SQLException {
    try (var connection = house.database().owner().connect(); var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze)");
    }
  }

  /** Whole names, prefixes as they are typed, other spellings, Latin spellings, phones, in the shares people type them. */
  private static List<String> questions(House house) throws SQLException {
    var random = new SplittableRandom(11);
    var questions = new ArrayList<String>();
    try (var connection = house.database().owner().connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("""
            select p.display_name, coalesce(p.latin_name, ''), coalesce((select e164 from constituents.phone f where f.party_id = p.id limit 1), '')
            from constituents.party p tablesample system (5) limit %d""".formatted(QUESTIONS))) {
      while (rows.next()) {
        questions.add(question(rows.getString(1), rows.getString(2), rows.getString(3), random));
      }
    }
    return questions;
  }

  private static String question(String name, String latin, String phone, RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> name;
      case 2, 3, 4 -> name.substring(0, Math.min(name.length(), 2 + random.nextInt(8)));
      case 5 -> name.replace('أ', 'ا').replace('ة', 'ه').replace("عبدال", "عبد ال");
      case 6 -> firstAndLast(name);
      case 7 -> latin.isEmpty() ? PersonName.skeleton(PersonName.tokens(name).getFirst()) : latin;
      case 8 -> phone.isEmpty() ? name : "0" + phone.substring(4);
      default -> phone.isEmpty() ? name : phone.substring(0, Math.min(phone.length(), 8 + random.nextInt(4)));
    };
  }

  private static String firstAndLast(String name) {
    var words = name.split(" ");
    return words[0] + " " + words[words.length - 1];
  }
}
