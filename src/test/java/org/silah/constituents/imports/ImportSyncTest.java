package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program that follows the changes of clients misses nobody whom a list brings meanwhile. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class, Registry.class})
class ImportSyncTest {

  @Autowired ImportDesk desk;
  @Autowired Registry registry;
  @Autowired JdbcClient db;
  @Autowired DataSource people;

  @Test
  void aListThatIsHeldUpOnTheWayIsNotPassed() throws Exception {
    var known = add("معروف المزامن");
    String since = JsonPath.read(text("/api/v1/clients/" + known), "$.updated_at");
    db.sql("insert into constituents.phone (party_id, e164, source, as_of, recorded_at) values (?::uuid, '+966507772001', 'test', current_date, now())").param(known).update();
    var address = desk.preview("clients", "الاسم;الجوال;المدينة\nجديد المزامن;0507772002;جدة\nمعروف المزامن;0507772001;الدمام\n");
    assertThat(desk.send(address + "/commit")).hasStatus3xxRedirection();
    String later;
    try (var worker = Executors.newSingleThreadExecutor(); var somebody = people.getConnection()) {
      somebody.setAutoCommit(false);
      somebody.createStatement().execute("select 1 from constituents.party where id = '" + known + "' for update");
      worker.submit(() -> desk.work(address));
      while (db.sql("select count(*) from pg_locks where not granted").query(Long.class).single() == 0) {
        Thread.onSpinWait();
      }
      later = add("لاحق المزامن");
      assertThat(ids(since)).doesNotContain(later);
      somebody.rollback();
    }
    var brought = db.sql("select id::text from constituents.party where display_name = 'جديد المزامن'").query(String.class).single();
    assertThat(ids(since)).containsSubsequence(brought, later).contains(known);
  }

  private String add(String name) {
    return JsonPath.read(Registry.text(registry.api(HttpMethod.POST, "/api/v1/clients", "{\"kind\":\"person\",\"name\":\"" + name + "\"}")), "$.id");
  }

  private List<String> ids(String since) {
    return JsonPath.read(text("/api/v1/clients?limit=100&updated_since=" + since), "$.items[*].id");
  }

  private String text(String path) {
    return Registry.text(registry.api(HttpMethod.GET, path, null));
  }
}
