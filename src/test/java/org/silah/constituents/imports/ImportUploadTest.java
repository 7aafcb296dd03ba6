package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Files over the wire, as a browser sends them and as somebody does who means ill. */
@Charity(fresh = true)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportUploadTest {

  private static final String EDGE = "----silah";

  @LocalServerPort int port;
  @Autowired StaffMembers staff;
  @Autowired PasswordEncoder passwords;
  @Autowired JdbcClient db;

  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new java.net.CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();

  @BeforeEach
  void aRegistrarSignsIn() throws Exception {
    if (staff.named("maha-wire").isEmpty()) {
      staff.add("maha-wire", "مها", "Maha", null, Set.of(Role.REGISTRAR), passwords.encode("a long enough password"), false);
    }
    client.send(HttpRequest.newBuilder(uri("/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("username=maha-wire&password=a+long+enough+password&_csrf=" + token("/sign-in"))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aFileOfSeveralMegabytesComesInByWayOfTheDisk() throws Exception {
    var list = "الاسم,الجوال\n" + "سعد بن ناصر,0501234567\n".repeat(150_000);
    var answer = send(form(token("/imports"), list.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/imports/");
    assertThat(db.sql("select sum(length(bytes)) from constituents.import_file").query(Long.class).single()).isEqualTo(list.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void twoGigabytesAreRefusedBeforeTheyAreRead() throws IOException {
    var before = kept();
    var answer = raw("POST /imports HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nContent-Type: multipart/form-data; boundary=" + EDGE
        + "\r\nContent-Length: 2147483648\r\nConnection: close\r\n\r\n--" + EDGE + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("The file is larger than 300 MB.");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aFileWithoutAnEndIsRefused() throws IOException {
    var answer = raw("POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + EDGE
        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\n----s\r\n");
    assertThat(answer).startsWith("HTTP/1.1 411");
  }

  @Test
  void filesComeInAtOneAddressOnly() throws IOException {
    var answer = raw("POST /gifts HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + EDGE
        + "\r\nContent-Length: 3000000\r\nConnection: close\r\n\r\n--" + EDGE + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  void aStrangersFileIsNotEvenRead() throws IOException {
    var answer = raw("POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=" + EDGE
        + "\r\nContent-Length: 200000000\r\nConnection: close\r\n\r\n--" + EDGE + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /sign-in");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    assertThat(send(form("not the token", "الاسم\nسعد\n".getBytes(StandardCharsets.UTF_8))).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> send(byte[] form) throws Exception {
    return client.send(HttpRequest.newBuilder(uri("/imports")).header("Content-Type", "multipart/form-data; boundary=" + EDGE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(form)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] form(String token, byte[] file) throws IOException {
    var form = new ByteArrayOutputStream();
    form.write(part("_csrf") .concat("\r\n\r\n" + token + "\r\n").getBytes(StandardCharsets.UTF_8));
    form.write(part("kind").concat("\r\n\r\nclients\r\n").getBytes(StandardCharsets.UTF_8));
    form.write(part("file").concat("; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    form.write(file);
    form.write(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static String part(String name) {
    return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
  }

  private String token(String path) throws Exception {
    var page = client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    return page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
  }

  private long kept() {
    return db.sql("select count(*) from constituents.import_file").query(Long.class).single();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
