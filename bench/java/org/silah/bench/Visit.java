package org.silah.bench;

import static java.util.stream.Collectors.joining;

import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Somebody signed in who may see everything. */
record Visit(String cookies, String base) {

  private static final String PASSWORD = "a-long-enough-password";
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

  static Visit begin(ConfigurableApplicationContext program) throws Exception {
    program.getBean(StaffMembers.class).add("bench", "قياس", "Bench", null, EnumSet.allOf(Role.class), program.getBean(PasswordEncoder.class).encode(PASSWORD), false);
    var base = "http://127.0.0.1:" + House.port(program);
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
