package org.silah.constituents.documents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One bucket that speaks as much S3 as is published and we use, and lets nobody in whose signature (AWS4-HMAC-SHA256) it does not
 * work out to be the same from the request as it came.
 */
final class LocalBucket implements AutoCloseable {

  static final String NAME = "silah-documents";
  static final String KEY = "AKIASILAH";
  static final String SECRET = "canary-of-the-bucket/9f2c";
  private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/((\\d{8})/([^/]+)/s3/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

  record Stored(byte[] bytes, Instant at) {}

  final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
  private final HttpServer server;
  /** From now on answers as a storage in trouble does. */
  volatile boolean failing;
  /** From now on breaks the line in the middle of what is sent to it. */
  volatile boolean cutting;
  /** The secret that it takes signatures to be made with. */
  volatile String secret = SECRET;

  LocalBucket() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void age(String key, Duration by) {
    objects.computeIfPresent(key, (_, stored) -> new Stored(stored.bytes, stored.at.minus(by)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (cutting && exchange.getRequestMethod().equals("PUT")) {
        exchange.getRequestBody().readNBytes(10);
        return;
      }
      var body = exchange.getRequestBody().readAllBytes();
      if (failing) {
        send(exchange, 503, "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>");
      } else if (!isSigned(exchange, body)) {
        send(exchange, 403, "<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match.</Message></Error>");
      } else {
        serve(exchange, body);
      }
    }
  }

  private void serve(HttpExchange exchange, byte[] body) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (!path.startsWith("/" + NAME)) {
      send(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>");
      return;
    }
    var key = path.substring(Math.min(path.length(), NAME.length() + 2));
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(key, new Stored(body, Instant.now()));
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        exchange.sendResponseHeaders(200, -1);
      }
      case "DELETE" -> {
        objects.remove(key);
        exchange.sendResponseHeaders(204, -1);
      }
      case "GET" -> {
        if (key.isEmpty()) {
          send(exchange, 200, list());
        } else if (objects.containsKey(key)) {
          var bytes = objects.get(key).bytes;
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        } else {
          send(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>");
        }
      }
      default -> exchange.sendResponseHeaders(405, -1);
    }
  }

  private String list() {
    return objects.entrySet().stream()
        .map(object -> "<Contents><Key>%s</Key><LastModified>%s</LastModified><Size>%d</Size></Contents>".formatted(object.getKey(), object.getValue().at, object.getValue().bytes.length))
        .collect(Collectors.joining("", "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>false</IsTruncated>", "</ListBucketResult>"));
  }

  private static void send(HttpExchange exchange, int status, String xml) throws IOException {
    var bytes = ("<?xml version=\"1.0\"?>" + xml).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private boolean isSigned(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    var claim = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
    var hash = headers.getFirst("x-amz-content-sha256");
    boolean covered = hex(sha256(body)).equals(hash) || body.length == 0 && "UNSIGNED-PAYLOAD".equals(hash);
    if (!claim.matches() || !claim.group(1).equals(KEY) || !covered) {
      return false;
    }
    var signed = List.of(claim.group(5).split(";"));
    var canonical = exchange.getRequestMethod() + "\n" + exchange.getRequestURI().getRawPath() + "\n" + query(exchange.getRequestURI()) + "\n"
        + signed.stream().map(name -> name + ":" + headers.getFirst(name).strip() + "\n").collect(Collectors.joining()) + "\n" + claim.group(5) + "\n" + hash;
    var toSign = "AWS4-HMAC-SHA256\n" + headers.getFirst("x-amz-date") + "\n" + claim.group(2) + "\n" + hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (var part : claim.group(2).split("/")) {
      key = hmac(key, part);
    }
    return signed.containsAll(List.of("host", "x-amz-content-sha256", "x-amz-date")) && hex(hmac(key, toSign)).equals(claim.group(6));
  }

  private static String query(URI uri) {
    return uri.getRawQuery() == null ? "" : Arrays.stream(uri.getRawQuery().split("&")).map(part -> part.contains("=") ? part : part + "=").sorted().collect(Collectors.joining("&"));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
