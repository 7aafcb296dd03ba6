package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silah is killed while four desks merge clients, and again while they undo it: each merge is whole or was never begun. */
class KilledMergesTest {

  private static final int PAIRS = 160;
  private static final List<String> ROWS = List.of("phone", "email", "identity", "address", "consent", "fact", "note", "party_role", "party_branch", "name_rotation");

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void twoOfEach() throws IOException {
    home = Home.at(folder);
    var lines = new StringBuilder("الاسم,رقم الملف,الجوال,البريد الإلكتروني,المدينة,الصفة,المهنة,موافقة البريد الإلكتروني,ملاحظات\n");
    for (int n = 0; n < PAIRS; n++) {
      lines.append("نورة سعد الدوسري,A%d,05%08d,a%d@people.example,الرياض,متبرع,معلمة,نعم,من معرض الخريف%n".formatted(n, 10_000_000 + n, n));
      lines.append("نوره الدوسري,B%d,05%08d,b%d@people.example,جدة,متطوع,طبيبة,لا,من الفرع الثاني%n".formatted(n, 60_000_000 + n, n));
    }
    var list = Files.writeString(folder.resolve("list.csv"), lines);
    try (var shell = home.command("import", "clients", list.toString(), "--yes")) {
      assertThat(shell.exitCode()).as(shell.output()).isZero();
    }
  }

  @Test
  void everyMergeIsWholeOrWasNeverBegunAndUndoingThemBringsAllBack() throws Exception {
    Map<String, String> before;
    Set<String> answered = ConcurrentHashMap.newKeySet();
    try (var server = home.start(Map.of())) {
      server.address();
      home.allowPrograms("clients:write", "clients:read");
      before = state();
      var hands = atOnce(server, new ConcurrentLinkedQueue<>(pairs()), "", answered);
      home.killOnce(server, () -> merged() >= PAIRS / 4);
      hands.join();
    }
    List<String> undone;
    try (var server = home.start(Map.of())) {
      server.address();
      assertThat(answered).as("merges that were answered for").hasSizeBetween(1, PAIRS - 1);
      assertThat(merged()).isBetween((long) answered.size(), PAIRS - 1L);
      assertThat(home.number("select count(*) from constituents.merge")).isEqualTo(merged());
      whole();
      atOnce(server, new ConcurrentLinkedQueue<>(pairs()), "", answered).join();
      assertThat(merged()).isEqualTo(PAIRS);
      whole();
      undone = home.texts("select '/' || id || '/undoing' from constituents.merge order by id");
      var hands = atOnce(server, new ConcurrentLinkedQueue<>(undone), "{}", answered);
      home.killOnce(server, () -> merged() <= PAIRS / 2);
      hands.join();
    }
    try (var server = home.start(Map.of())) {
      server.address();
      assertThat(merged()).isBetween(1L, PAIRS - 1L);
      whole();
      atOnce(server, new ConcurrentLinkedQueue<>(undone), "{}", answered).join();
      assertThat(merged()).isZero();
      assertThat(state()).isEqualTo(before);
    }
    try (var check = home.command("audit", "verify")) {
      assertThat(check.exitCode()).as(check.output()).isZero();
    }
  }

  private long merged() {
    return home.number("select count(*) from constituents.party where merged_into is not null");
  }

  /** Whoever was merged has nothing of their own any more and a merge that tells of it; whoever was not has their phone. */
  private void whole() {
    assertThat(home.number("""
        select count(*)
        from constituents.party p
        where (p.merged_into is not null) <> exists (select 1 from constituents.merge m where m.gone_id = p.id and m.kept_id = p.merged_into and m.undone_at is null)""")).isZero();
    for (var what : List.of("phone", "email", "identity", "party_role", "note", "name_rotation")) {
      assertThat(home.number("select count(*) from constituents.%s x join constituents.party p on p.id = x.party_id where p.merged_into is not null".formatted(what)))
          .as(what).isZero();
    }
    assertThat(home.number("""
        select count(*)
        from constituents.party p
        where p.merged_into is null and (select count(*) from constituents.phone f where f.party_id = p.id)
          <> 1 + (select count(*) from constituents.party gone where gone.merged_into = p.id)""")).isZero();
  }

  /** What stands of the clients, but for when they were changed. */
  private Map<String, String> state() {
    var state = new TreeMap<String, String>();
    ROWS.forEach(what -> state.put(what, String.join("\n", home.texts("select x::text from constituents.%s x order by 1".formatted(what)))));
    state.put("party", String.join("\n", home.texts("select (to_jsonb(p) - 'updated_at')::text from constituents.party p order by 1")));
    return state;
  }

  /** As many merges as pairs, as the API takes them. */
  private List<String> pairs() {
    return home.texts("""
        select '{"kept":"' || a.party_id || '","gone":["' || b.party_id || '"]}'
        from constituents.identity a
        join constituents.identity b on b.number = 'B' || substr(a.number, 2)
        join constituents.party p on p.id = b.party_id
        where a.number like 'A%' and p.merged_into is null and a.party_id <> b.party_id
        order by a.number""");
  }

  /** @param body of all; then what stands in the queue are paths */
  private static Thread atOnce(Running server, Queue<String> deeds, String body, Set<String> answered) {
    var address = server.address();
    return Thread.ofPlatform().start(() -> {
      try (var web = HttpClient.newHttpClient(); var hands = Executors.newFixedThreadPool(4)) {
        for (int hand = 0; hand < 4; hand++) {
          hands.execute(() -> {
            for (var deed = deeds.poll(); deed != null; deed = deeds.poll()) {
              if (body.isEmpty() ? !done(web, address, "", deed) : !done(web, address, deed, body)) {
                deeds.add(deed);
                return;
              }
              answered.add(deed);
            }
          });
        }
      }
    });
  }

  private static boolean done(HttpClient web, URI server, String path, String body) {
    try {
      var answer = web.send(HttpRequest.newBuilder(server.resolve("/api/v1/merges" + path)).header("Authorization", "Bearer " + Home.KEY)
          .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
      // of what the program was killed over nobody knows whether it was undone
      if (answer.statusCode() != 201 && answer.statusCode() != 200 && !answer.body().contains("undone-already")) {
        throw new AssertionError(path + " " + body + " was answered with " + answer.statusCode() + " " + answer.body());
      }
      return true;
    } catch (IOException gone) {
      return false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
