package org.silah.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.silah.access.ApiKeys;
import org.silah.access.Scope;
import org.silah.constituents.search.Search;

/**
 * What people type into the search box, through the HTTP endpoint, two at a time, each way of typing told apart; then the same questions
 * asked of the same code without HTTP, which is little more than its SQL.
 */
record SearchBench(int clients) implements Measurement {

  private static final double TARGET_MILLIS = 40;
  private static final int QUESTIONS = 4_000;
  private static final int BEFORE = 2_000;

  @Override
  public Result run() throws Exception {
    try (var house = new House()) {
      var list = Lists.writeClients(house.folder, clients);
      var program = house.program(true, "--silah.workers=false");
      Lists.bring(program, "clients", list);
      settle(house);
      var all = questions(house);
      var questions = all.subList(Math.min(BEFORE, all.size() / 3), all.size());
      var key = program.getBean(ApiKeys.class).issue("bench", Scope.all());
      var http = HttpClient.newHttpClient();
      var base = "http://127.0.0.1:" + House.port(program) + "/api/v1/search?limit=10&q=";
      Together.run(2, all.subList(0, Math.min(BEFORE, all.size() / 3)), question -> ask(http, key, base, question.typed));
      var overHttp = new Latencies();
      var byWay = new EnumMap<Way, Latencies>(Way.class);
      for (var way : Way.values()) {
        byWay.put(way, new Latencies());
      }
      Together.run(2, questions, question -> {
        long took = ask(http, key, base, question.typed);
        overHttp.add(took);
        byWay.get(question.way).add(took);
      });
      var search = program.getBean(Search.class);
      var bare = new Latencies();
      var found = new LongAdder();
      Together.run(2, questions, question -> {
        long start = System.nanoTime();
        boolean any = search.find(question.typed, 10).stream().anyMatch(hit -> firstAndLast(hit.displayName()).equals(firstAndLast(question.name)));
        bare.add(System.nanoTime() - start);
        if (any && question.way == Way.SLIP) {
          found.increment();
        }
      });
      var ways = new Result(new LinkedHashMap<>());
      for (var way : byWay.entrySet()) {
        ways = ways.with(way.getKey().name().toLowerCase(Locale.ROOT),
            new Result(new LinkedHashMap<>()).with("p50_ms", way.getValue().millis(0.5)).with("p95_ms", way.getValue().millis(0.95)));
      }
      return Result.latency("search", overHttp, TARGET_MILLIS)
          .with("ways", ways)
          .with("slips_found", Math.round(100.0 * found.sum() / questions.stream().filter(question -> question.way == Way.SLIP).count()) / 100.0)
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

  /** A base that stands for a while, not one that still sorts in a million rows. */
  private static void settle(House house) throws SQLException, InterruptedException {
    try (var connection = house.database().owner().connect(); var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze)");
      Thread.sleep(30_000); // what was written reaches the disk
    }
  }

  /** How somebody types; each as often as the others. */
  private enum Way { WHOLE, BEGINNING, SPELLING, FIRST_AND_LAST, LATIN, SLIP, SLIP_IN_LATIN, PHONE, PART_OF_PHONE, PLACE, OTHER_KEYBOARD }

  private record Question(Way way, String typed, String name) {}

  private record Known(String name, String latin, String phone, String city) {}

  private List<Question> questions(House house) throws SQLException {
    var random = new SplittableRandom(11);
    var questions = new ArrayList<Question>();
    try (var connection = house.database().owner().connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("""
            select p.display_name, coalesce(p.latin_name, ''), coalesce((select e164 from constituents.phone f where f.party_id = p.id limit 1), ''),
              coalesce((select min(city) from constituents.address a where a.party_id = p.id), '')
            from constituents.party p tablesample system (%s) limit %d""".formatted(Math.clamp(200.0 * (BEFORE + QUESTIONS) / clients, 5, 100), BEFORE + QUESTIONS))) {
      while (rows.next()) {
        var known = new Known(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
        var way = Way.values()[random.nextInt(Way.values().length)];
        questions.add(new Question(way, typed(way, known, random), known.name));
      }
    }
    return questions;
  }

  private static String typed(Way way, Known known, RandomGenerator random) {
    var name = known.name;
    var latin = known.latin.isEmpty() ? LatinClerk.written(firstAndLast(name)) : known.latin;
    return switch (way) {
      case WHOLE -> name;
      case BEGINNING -> name.substring(0, Math.min(name.length(), 2 + random.nextInt(8)));
      case SPELLING -> name.replace('أ', 'ا').replace('ة', 'ه').replace("عبدال", "عبد ال");
      case FIRST_AND_LAST -> firstAndLast(name);
      case LATIN -> latin;
      case SLIP -> slipped(firstAndLast(name), "ابتجحخدرسشعفقكلمنهوي", random);
      case SLIP_IN_LATIN -> slipped(latin, "abdefghiklmnorstuy", random);
      case PHONE -> known.phone.isEmpty() ? name : "0" + known.phone.substring(4);
      case PART_OF_PHONE -> known.phone.length() < 10 ? name : known.phone.substring(known.phone.length() - 4 - random.nextInt(3));
      case PLACE -> name.split(" ")[0] + " " + known.city;
      case OTHER_KEYBOARD -> onLatinKeys(firstAndLast(name));
    };
  }

  /** One letter of the longest word another, too few, too many, or exchanged with the next. */
  private static String slipped(String name, String letters, RandomGenerator random) {
    var words = name.split(" ");
    int longest = 0;
    for (int i = 1; i < words.length; i++) {
      longest = words[i].length() > words[longest].length() ? i : longest;
    }
    var word = words[longest];
    int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
    char c = letters.charAt(random.nextInt(letters.length()));
    words[longest] = word.length() < 4 ? word : switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + c + word.substring(at);
      case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      default -> word.substring(0, at) + c + word.substring(at + 1);
    };
    return String.join(" ", words);
  }

  private static String onLatinKeys(String name) {
    var arabic = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ";
    var keys = new StringBuilder();
    for (char c : name.replace('أ', 'ا').replace('إ', 'ا').toCharArray()) {
      int at = arabic.indexOf(c);
      keys.append(at < 0 ? c : "qwertyuiop[]asdfghjkl;'zxcvnm,./`".charAt(at));
    }
    return keys.toString();
  }

  private static String firstAndLast(String name) {
    var words = name.split(" ");
    return words.length == 1 ? name : words[0] + " " + words[words.length - 1];
  }
}
