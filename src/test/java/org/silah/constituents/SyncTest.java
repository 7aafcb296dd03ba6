package org.silah.constituents;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Another program follows the changes of clients while some of them are still being written. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class SyncTest {

  @Autowired Registry registry;
  @Autowired Constituents constituents;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @Test
  void aClientWhoseWritingTakesLongIsNotPassedByAReader() throws Exception {
    var before = PartyId.of(add("قبل الكل"));
    String since = JsonPath.read(Registry.text(get("/api/v1/clients/" + before)), "$.updated_at");
    try (var writer = new Slow(() -> constituents.add(NewClient.person("بطيء الكتابة", "test")))) {
      var later = add("أسرع منه");
      assertThat(read("/api/v1/clients?limit=1&updated_since=" + since)).extracting(row -> row.get("id")).doesNotContain(later);
      var slow = writer.commits();
      assertThat(read("/api/v1/clients?limit=1&updated_since=" + since)).extracting(row -> row.get("id")).containsSubsequence(slow.toString(), later);
    }
  }

  @Test
  void aPageBehindACursorWaitsForTheSlowWriterToo() throws Exception {
    add("أول الصفحة");
    var second = add("ثاني الصفحة");
    var changes = read("/api/v1/clients?limit=200");
    String cursor = JsonPath.read(Registry.text(get("/api/v1/clients?limit=" + (changes.size() - 1))), "$.next");
    try (var writer = new Slow(() -> {
      constituents.takeRole(PartyId.of(second), ClientRole.VOLUNTEER, java.time.LocalDate.of(2025, 1, 1), "test");
      return PartyId.of(second);
    })) {
      var later = add("بعد الصفحة");
      var path = "/api/v1/clients?limit=100&cursor=" + cursor;
      assertThat(JsonPath.<List<String>>read(Registry.text(get(path)), "$.items[*].id")).doesNotContain(later);
      writer.commits();
      assertThat(read(path)).extracting(row -> row.get("id")).containsSubsequence(second, later);
    }
  }

  @Test
  void whoReadsForHoursOrWritesSomethingElseHoldsNothingUp() throws Exception {
    try (var reader = new Slow(() -> {
      db.sql("select count(*) from constituents.party").query(Long.class).single();
      db.sql("select pg_current_xact_id()::text").query(String.class).single();
      return PartyId.next();
    })) {
      var fresh = add("لا ينتظر أحدا");
      assertThat(read("/api/v1/clients?limit=200")).extracting(row -> row.get("id")).contains(fresh);
      reader.commits();
    }
  }

  @Test
  void whatWasGivenUpHoldsNothingUp() {
    transaction.executeWithoutResult(status -> {
      constituents.add(NewClient.person("لم يكتب", "test"));
      status.setRollbackOnly();
    });
    var fresh = add("بعد ما لم يكتب");
    assertThat(read("/api/v1/clients?limit=200")).extracting(row -> row.get("id")).contains(fresh);
  }

  /** A transaction that stays open behind its deed until it is told to commit. */
  private final class Slow implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final java.util.concurrent.ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<PartyId> deed;

    Slow(java.util.concurrent.Callable<PartyId> work) throws InterruptedException {
      deed = thread.submit(() -> transaction.execute(_ -> {
        try {
          var party = work.call();
          done.countDown();
          leave.await();
          return party;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        } finally {
          done.countDown();
        }
      }));
      done.await();
    }

    PartyId commits() throws Exception {
      leave.countDown();
      return deed.get();
    }

    @Override
    public void close() {
      leave.countDown();
      thread.close();
    }
  }

  private List<Map<String, Object>> read(String path) {
    var seen = new ArrayList<Map<String, Object>>();
    for (String cursor = ""; cursor != null; ) {
      var page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page).hasStatusOk();
      seen.addAll(JsonPath.<List<Map<String, Object>>>read(Registry.text(page), "$.items"));
      cursor = (String) JsonPath.<Map<String, Object>>read(Registry.text(page), "$").get("next");
    }
    return seen;
  }

  private String add(String name) {
    return JsonPath.read(Registry.text(registry.api(HttpMethod.POST, "/api/v1/clients", "{\"kind\":\"person\",\"name\":\"" + name + "\"}")), "$.id");
  }

  private MvcTestResult get(String path) {
    return registry.api(HttpMethod.GET, path, null);
  }
}
