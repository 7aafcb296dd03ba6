package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it saves a list; started again, it goes on by itself: no row is lost and none comes twice. */
class KilledImportTest {

  /** Several chunks. */
  private static final int ROWS = 90_000;
  private static final int FAMILIES = 8_000;
  private static final String PASSWORD = "نخلة على ساحل هادئ";
  private static final String EDGE = "----silah";
  private static final Pattern ONE_TIME = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){3}");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
  private Home home;
  private URI server;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.at(folder);
  }

  @Test
  void aListIsSavedWholeAndOnceThoughTheProgramIsKilledInTheMiddle() throws Exception {
    try (var silah = home.start(Map.of())) {
      server = silah.address();
      enter(silah);
      var page = handIn("clients", clientsList());
      post(page + "/columns", "field=name&field=branch_file");
      await("preview").atMost(Running.PATIENCE).until(() -> get(page).contains(page + "/commit"));
      post(page + "/commit", "");
      await("some rows saved").atMost(Running.PATIENCE).until(() -> clients() > 0);
      silah.kill();
    }
    try (var silah = home.start(Map.of())) {
      server = silah.address();
      await("all rows saved").atMost(Running.PATIENCE).until(() -> state().equals("done"));
      assertThat(clients()).isEqualTo(ROWS);
      assertThat(home.number("select count(distinct number) from constituents.identity")).isEqualTo(ROWS);
    }
  }

  @Test
  void familiesAreSavedWholeAndOnceToo() throws Exception {
    try (var silah = home.start(Map.of())) {
      server = silah.address();
      enter(silah);
      var page = handIn("families", familiesList());
      post(page + "/columns", "field=family_number&field=name&field=position");
      await("preview").atMost(Running.PATIENCE).until(() -> get(page).contains(page + "/commit"));
      post(page + "/commit", "");
      await("some rows saved").atMost(Running.PATIENCE).until(() -> clients() > 0);
      silah.kill();
    }
    try (var silah = home.start(Map.of())) {
      server = silah.address();
      await("all rows saved").atMost(Running.PATIENCE).until(() -> state().equals("done"));
      assertThat(home.number("select count(*) from constituents.party where kind = 'family'")).isEqualTo(FAMILIES);
      assertThat(clients()).isEqualTo(4 * FAMILIES);
      assertThat(home.number("select count(*) from constituents.family_member")).isEqualTo(3 * FAMILIES);
      assertThat(home.number("select count(distinct member_id) from constituents.family_member")).isEqualTo(3 * FAMILIES);
    }
  }

  private void enter(Running silah) throws Exception {
    await("the one-time password").atMost(Running.PATIENCE).until(() -> ONE_TIME.matcher(silah.output()).find());
    var once = ONE_TIME.matcher(silah.output()).results().findFirst().orElseThrow().group();
    post("/sign-in", "username=admin&password=" + encoded(once));
    assertThat(post("/account/password", "current=" + encoded(once) + "&fresh=" + encoded(PASSWORD)).statusCode()).isEqualTo(302);
  }

  private static String clientsList() {
    var list = new StringBuilder("الاسم,رقم الملف\n");
    for (int i = 0; i < ROWS; i++) {
      list.append("عميل,K").append(i).append('\n');
    }
    return list.toString();
  }

  private static String familiesList() {
    var list = new StringBuilder("رقم الأسرة,الاسم,صلة القرابة\n");
    for (int i = 0; i < FAMILIES; i++) {
      list.append(i).append(",أحمد سالم الغامدي,رب الأسرة\n").append(i).append(",سارة محمد الحربي,زوجة\n").append(i).append(",خالد,ابن\n");
    }
    return list.toString();
  }

  private String handIn(String kind, String list) throws Exception {
    var form = new ByteArrayOutputStream();
    part(form, "_csrf", "", token("/imports"));
    part(form, "kind", "", kind);
    part(form, "branch", "", "");
    part(form, "file", "; filename=\"list.csv\"", list);
    form.write(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
    var answer = client.send(HttpRequest.newBuilder(server.resolve("/imports")).header("Content-Type", "multipart/form-data; boundary=" + EDGE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())).build(), BodyHandlers.ofString());
    return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
  }

  private static void part(ByteArrayOutputStream form, String name, String more, String content) throws IOException {
    form.write(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + content + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String path, String fields) throws Exception {
    var token = token(path.equals("/sign-in") ? path : "/account");
    return client.send(HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + encoded(token))).build(), BodyHandlers.ofString());
  }

  private String token(String path) throws Exception {
    var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(path));
    assertThat(found.find()).as(path).isTrue();
    return found.group(1);
  }

  private String get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString()).body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private long clients() {
    return home.number("select count(*) from constituents.party");
  }

  private String state() {
    return home.texts("select state from constituents.import").getFirst();
  }
}
