package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that ends in the middle is taken up behind the last rows that were committed: none is lost, none comes twice. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ImportResumingTest {

  /** More than two chunks of an import of clients. */
  private static final int MANY = 45_000;

  @Autowired ImportDesk desk;
  @Autowired Work work;
  @Autowired Imports imports;
  @Autowired ImportJobs jobs;
  @Autowired JdbcClient db;

  @Test
  void anImportThatIsKilledInTheMiddleGoesOnBehindTheLastChunk() {
    var address = desk.preview("clients", list(MANY));
    var id = ImportDesk.id(address);
    desk.send(address + "/commit");
    var chunks = new AtomicInteger();
    assertThatThrownBy(() -> work.run(id, () -> chunks.incrementAndGet() == 1)).isInstanceOf(ImportInterrupted.class);
    assertThat(written(id)).isBetween(1L, MANY - 1L);
    assertThat(desk.read(address)).contains("Saving the rows", "rows so far");
    work.run(id, () -> false);
    assertThat(written(id)).isEqualTo(MANY);
    assertThat(imports.get(id).count("new")).isEqualTo(MANY);
    assertThat(desk.read(address)).contains("45,000 rows saved.");
    interruptedUndo(address, id);
  }

  private void interruptedUndo(String address, ImportId id) {
    desk.send(address + "/undoing");
    var chunks = new AtomicInteger();
    assertThatThrownBy(() -> work.run(id, () -> chunks.incrementAndGet() == 4)).isInstanceOf(ImportInterrupted.class);
    assertThat(desk.read(address)).contains("Undoing the import");
    work.run(id, () -> false);
    assertThat(written(id)).isZero();
  }

  @Test
  void whoWasBelievedDeadWritesNoMoreOnceAnotherHasBegun() {
    var address = desk.preview("clients", list(3).replace("عميل", "عميلة"));
    var id = ImportDesk.id(address);
    desk.send(address + "/commit");
    var takenOver = new AtomicInteger();
    assertThatThrownBy(() -> work.run(id, () -> {
      if (takenOver.getAndIncrement() == 0) {
        work.run(id, () -> false);
      }
      return false;
    })).isInstanceOf(ImportTakenOver.class);
    assertThat(written(id)).isEqualTo(3);
    assertThat(imports.get(id).state()).isEqualTo(ImportState.DONE);
  }

  @Test
  void eachStepAsksForItsWorkInTheTransactionThatMakesItNecessary() {
    var address = desk.begin("clients", "الاسم\nشادن\n");
    desk.send(address + "/columns", "field", "name");
    assertThat(asked(address)).isEqualTo(1);
    desk.work(address);
    desk.send(address + "/commit");
    assertThat(asked(address)).isEqualTo(2);
  }

  private long asked(String address) {
    return db.sql("select count(*) from platform.scheduled_tasks where task_name = ? and task_instance like ?").params(ImportJobs.TASK, ImportDesk.id(address) + "%")
        .query(Long.class).single();
  }

  private long written(ImportId id) {
    return db.sql("select count(*) from constituents.party where import_id = ?").param(id.value()).query(Long.class).single();
  }

  private static String list(int rows) {
    var list = new StringBuilder("الاسم,رقم الملف\n");
    for (int i = 0; i < rows; i++) {
      list.append("عميل ").append((char) ('ا' + i % 7)).append(',').append("R").append(i).append('\n');
    }
    return list.toString();
  }
}
