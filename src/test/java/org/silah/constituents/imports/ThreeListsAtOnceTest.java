package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Branches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three branches bring in their lists at the same time, of people whom two or all of them know. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ThreeListsAtOnceTest {

  private static final int FAMILIES = 900;

  @Autowired ImportDesk desk;
  @Autowired Work work;
  @Autowired Branches branches;
  @Autowired JdbcClient db;

  /** Each list begins elsewhere, so that the three meet the same people in other chunks. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobodyIsThereTwiceAndEveryListEndsWhole(boolean byFamily) throws Exception {
    var addresses = new ArrayList<String>();
    for (int branch = 0; branch < 3; branch++) {
      var code = "branch-" + byFamily + branch;
      var its = branches.add(code, "فرع " + code, code);
      var address = desk.begin("families", byFamily ? byFamily(branch) : byMember(branch));
      desk.confirm(address, desk.proposed(address), "branch", its.id().toString());
      assertThat(desk.problems(address)).isEmpty();
      desk.send(address + "/commit");
      addresses.add(address);
    }
    atOnce(addresses);
    addresses.forEach(address -> assertThat(db.sql("select state from constituents.import where id = ?").param(ImportDesk.id(address).value()).query(String.class).single()).isEqualTo("done"));
    addresses.forEach(address -> assertThat(desk.problems(address)).isEmpty());
    var theirs = "select count(*) from constituents.party where display_name like '%" + surname(byFamily) + "' and kind = ";
    assertThat(count(theirs + "'person'")).isEqualTo(3 * FAMILIES);
    assertThat(count(theirs + "'person' and cardinality(seen_by) = 3")).isEqualTo(3 * FAMILIES);
    assertThat(count(theirs + "'family'")).isEqualTo(FAMILIES);
    assertThat(count("select count(*) from constituents.family_member where ended is null")).isEqualTo(3 * FAMILIES);
    addresses.reversed().forEach(desk::undo);
    assertThat(count("select count(*) from constituents.family_member")).isZero();
  }

  private void atOnce(List<String> addresses) throws InterruptedException, ExecutionException {
    var together = new CyclicBarrier(addresses.size());
    try (var threads = Executors.newFixedThreadPool(addresses.size())) {
      var works = addresses.stream().map(address -> threads.submit(() -> {
        together.await();
        work.run(ImportDesk.id(address), () -> false);
        return address;
      })).toList();
      for (var one : works) {
        one.get();
      }
    }
  }

  private static String byMember(int branch) {
    var list = new StringBuilder("رقم الأسرة;الاسم;صلة القرابة;رقم الهوية;تاريخ الميلاد\n");
    for (int i = 0; i < FAMILIES; i++) {
      int family = (i + branch * 300) % FAMILIES;
      var number = branch + "-" + i;
      list.append(String.join(";", number, head(family, false), "رب الأسرة", "1%09d".formatted(family), "")).append('\n');
      list.append(String.join(";", number, "سارة محمد " + surname(false), "زوجة", "1%09d".formatted(500_000 + family), "")).append('\n');
      list.append(String.join(";", number, "سلمان", "ابن", "", "1440/01/01")).append('\n');
    }
    return list.toString();
  }

  private static String byFamily(int branch) {
    var list = new StringBuilder("رقم الأسرة;اسم رب الأسرة;رقم الهوية;اسم الزوجة;هوية الزوجة;اسم الابن 1;تاريخ ميلاد الابن 1\n");
    for (int i = 0; i < FAMILIES; i++) {
      int family = (i + branch * 300) % FAMILIES;
      list.append(String.join(";", branch + "-" + i, head(family, true), "2%09d".formatted(family), "سارة محمد " + surname(true), "2%09d".formatted(500_000 + family), "سلمان", "1440/01/01"))
          .append('\n');
    }
    return list.toString();
  }

  /** Each with a name of his own. */
  private static String head(int family, boolean byFamily) {
    var letters = new StringBuilder();
    for (int rest = family + 100; rest > 0; rest /= 10) {
      letters.append("بتثجحدرزسش".charAt(rest % 10));
    }
    return letters + " أحمد " + surname(byFamily);
  }

  /** The second town is another. */
  private static String surname(boolean byFamily) {
    return byFamily ? "الجهني" : "البلوي";
  }

  private long count(String query) {
    return db.sql(query).query(Long.class).single();
  }
}
