package org.silah.bench;

import static java.util.stream.Collectors.joining;

import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The pages of a working day, signed in, as one after the other; and the list of clients with four at a time. */
record PagesBench(int clients) implements Measurement {

  private static final double TARGET_MILLIS = 50;
  private static final double TARGET_RATE = 500;
  static final String PASSWORD = "a-long-enough-password";

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
      program.getBean(StaffMembers.class).add("bench", "قياس", "Bench", null, EnumSet.allOf(Role.class),
          program.getBean(PasswordEncoder.class).encode(PASSWORD), false);
      var profiles = settle(house);
      var visit = Visit.begin("http://127.0.0.1:" + House.port(program));
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

  /** Somebody signed in. */
  record Visit(String cookies, String base) {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

    static Visit begin(String base) throws Exception {
      var cookies = new CookieManager();
      var http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
      var form = http.send(HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString()).body();
      var token = FORM_TOKEN.matcher(form);
      if (!token.find()) {
        throw new IllegalStateException("no form token on the sign-in page");
      }
      var body = "username=bench&password=" + PASSWORD + "&_csrf=" + token.group(2);
      var answer = http.send(HttpRequest.newBuilder(URI.create(base + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.headers().firstValue("Location").orElse("").contains("sign-in")) {
        throw new IllegalStateException("sign-in was refused");
      }
      var kept = cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(joining("; "));
      return new Visit(kept, base);
    }

    Latencies time(List<String> pages) throws Exception {
      for (var page : pages.subList(0, Math.min(50, pages.size()))) {
        open(page);
      }
      var latencies = new Latencies();
      for (var page : pages) {
        latencies.add(open(page));
      }
      System.out.printf("%s: p50 %.1f ms, p95 %.1f ms%n", pages.getFirst(), latencies.millis(0.5), latencies.millis(0.95));
      return latencies;
    }

    /** As a program that has run for a while: as many requests go before, for the compiler works on through thousands of them. */
    double rate(String page, int at, int requests) throws Exception {
      Together.run(at, Collections.nCopies(requests, page), this::open);
      long start = System.nanoTime();
      Together.run(at, Collections.nCopies(requests, page), this::open);
      return requests / ((System.nanoTime() - start) / 1e9);
    }

    /** By the plainest client there is, so that the time measured is the server's. */
    long open(String page) throws Exception {
      long start = System.nanoTime();
      var connection = (HttpURLConnection) URI.create(base + page).toURL().openConnection();
      connection.setRequestProperty("Cookie", cookies);
      int status = connection.getResponseCode();
      if (status != 200) {
        throw new IllegalStateException(status + " for " + page);
      }
      try (var body = connection.getInputStream()) {
        body.transferTo(OutputStream.nullOutputStream());
      }
      return System.nanoTime() - start;
    }
  }
}
