package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Letters.class)
class IdempotencyTest {

  private static final int ROUNDS = Integer.getInteger("silah.rounds", 50);
  private static final int AT_ONCE = Integer.getInteger("silah.at-once", 20);

  @Autowired MockMvcTester web;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient db;

  private String program;

  @BeforeEach
  void aProgramHasAKey() {
    program = keys.issue("بوابة التبرع", Set.of(Scope.CLIENTS_WRITE, Scope.SEARCH_READ));
  }

  @Test
  void aRetryGetsTheFirstAnswerAndChangesNothing() {
    var subject = subject();
    var first = post("k1", letter(subject, 1));
    assertThat(first).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
    for (int i = 0; i < 3; i++) {
      var again = post("k1", letter(subject, 1));
      assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true").hasContentType(MediaType.APPLICATION_JSON)
          .hasHeader("Location", first.getResponse().getHeader("Location"));
      assertThat(again.getResponse().getContentAsByteArray()).isEqualTo(first.getResponse().getContentAsByteArray());
    }
    assertThat(letters(subject)).isEqualTo(1);
  }

  @Test
  void theSameKeyCannotAskForSomethingElse() {
    var subject = subject();
    assertThat(post("k2", letter(subject, 1))).hasStatus(201);
    var other = post("k2", letter(subject, 2));
    assertThat(other).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(other).bodyJson().extractingPath("$.errors[0].field").isEqualTo("Idempotency-Key");
    assertThat(post("/api/v1/letters?draft", "k2", letter(subject, 1))).hasStatus(422);
    assertThat(letters(subject)).isEqualTo(1);
  }

  @Test
  void twoProgramsMayChooseTheSameKey() {
    var subject = subject();
    assertThat(post("k3", letter(subject, 1))).hasStatus(201);
    program = keys.issue("برنامج آخر", Set.of(Scope.CLIENTS_WRITE));
    assertThat(post("k3", letter(subject, 1))).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
    assertThat(letters(subject)).isEqualTo(2);
  }

  @Test
  void aMistakeCanBeMendedAndSentAgainUnderItsKey() {
    var subject = subject();
    assertThat(post("k4", "{")).hasStatus(400);
    assertThat(post("k4", letter("", 1))).hasStatus(422);
    assertThat(post("k4", letter(subject, 1))).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
    assertThat(letters(subject)).isEqualTo(1);
  }

  @Test
  void aResultThatIsARefusalOrAFailureIsRepeatedToo() {
    var subject = subject();
    for (int pages : new int[] {13, 666}) {
      var key = "k5-" + pages;
      var first = post(key, letter(subject, pages));
      assertThat(first).hasStatus(pages == 13 ? 422 : 500);
      var again = post(key, letter(subject, pages));
      assertThat(again).hasStatus(first.getResponse().getStatus()).hasHeader("Idempotent-Replayed", "true").hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
      assertThat(again.getResponse().getContentAsByteArray()).isEqualTo(first.getResponse().getContentAsByteArray());
    }
    assertThat(letters(subject)).as("what was begun is undone").isZero();
  }

  @Test
  void aKeyThatCannotBeKeptIsRefusedBeforeAnythingHappens() {
    for (var key : new String[] {"", "x".repeat(256), "a b", "مفتاح", "a\tb"}) {
      assertThat(post(key, letter("never", 1))).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    assertThat(letters("never")).isZero();
  }

  @Test
  void whoMayNotPostLeavesNoTrace() {
    program = keys.issue("قارئ", Set.of(Scope.SEARCH_READ));
    assertThat(post("k7", letter("never", 1))).hasStatus(403);
    assertThat(db.sql("select count(*) from access.idempotency_key where key = 'k7'").query(Long.class).single()).isZero();
  }

  @Test
  void howeverManySendItAtOnceItHappensOnce() throws Exception {
    var seen = new TreeMap<Integer, Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        var subject = subject();
        var key = UUID.randomUUID().toString();
        var start = new CountDownLatch(1);
        var tries = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < AT_ONCE; i++) {
          tries.add(() -> {
            start.await();
            return post(key, letter(subject, 1)).getResponse().getStatus();
          });
        }
        var answers = tries.stream().map(threads::submit).toList();
        start.countDown();
        for (var answer : answers) {
          seen.merge(get(answer), 1, Integer::sum);
        }
        assertThat(letters(subject)).as("round " + round).isEqualTo(1);
        assertThat(post(key, letter(subject, 1))).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
      }
    }
    assertThat(seen.keySet()).isSubsetOf(201, 409);
    assertThat(seen.get(201)).isGreaterThanOrEqualTo(ROUNDS);
  }

  private static int get(java.util.concurrent.Future<Integer> answer) throws InterruptedException, ExecutionException {
    return answer.get();
  }

  private MvcTestResult post(String key, String body) {
    return post("/api/v1/letters", key, body);
  }

  private MvcTestResult post(String path, String key, String body) {
    return web.post().uri(path).header("Authorization", "Bearer " + program).header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }

  private static String subject() {
    return UUID.randomUUID().toString().substring(0, 18);
  }

  private static String letter(String subject, int pages) {
    return "{\"subject_line\":\"%s\",\"pages\":%d}".formatted(subject, pages);
  }

  private long letters(String subject) {
    return db.sql("select count(*) from access.audit_entry where action = 'letter.add' and subject = ?").param(subject).query(Long.class).single();
  }
}
