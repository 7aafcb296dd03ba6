package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.FrontDoor.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of clients as XLSX says what the CSV says, is read back by an import, and changes nothing where it came from. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class OwnWorkbookTest {

  private static final String LIST = """
      النوع,الاسم,الاسم بالإنجليزية,الجنس,تاريخ الميلاد,الجوال,البريد الإلكتروني,رقم الهوية,المدينة,الصفة,بداية الصفة,اللغة
      فرد,أحمد بن عبد الله الغامدي,,ذكر,1980-02-29,0501112221; 0112345678,ahmad@example.org; a.second@example.org,1000000001,جدة,متبرع; متطوع,2019-05-01; 2021-03-02,العربية
      فرد,هدى الهندي,Huda Al-Hindi,أنثى,1870-05-01,0501112222,,2000000003,الرياض,مستفيد,1444-09-01,الإنجليزية
      فرد,=1+1 سالم,,ذكر,,0501112223,,,مكة المكرمة,,,عربي
      فرد,'=قوس,,ذكر,,0501112225,,,مكة المكرمة,,,عربي
      أسرة,أسرة سالم القرني,,,,0501112224,,,أبها,مستفيد,2022-02-02,
      """;

  @Autowired FrontDoor door;
  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @Test
  void theWorkbookIsReadBackCellForCell() throws IOException {
    var first = desk.bring("clients", LIST);
    assertThat(desk.outcomes(first)).isEqualTo(Map.of("new", 5L));
    var told = rows(door.export(Role.REGISTRAR, "ar", "/clients/export"));
    var workbook = workbook();
    assertThat(new String(workbook, 0, 2, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PK");

    var before = changes();
    var again = desk.begin("clients", "clients.xlsx", workbook);
    desk.confirm(again, desk.proposed(again));
    desk.commit(again);
    assertThat(desk.outcomes(again)).isEqualTo(Map.of("joined", 5L));
    assertThat(values(rows(door.export(Role.REGISTRAR, "ar", "/clients/export")))).isEqualTo(values(told));
    assertThat(changes()).isEqualTo(before);

    desk.undo(again);
    desk.undo(first);
    assertThat(rows(door.export(Role.REGISTRAR, "ar", "/clients/export"))).hasSize(1);
    var second = desk.begin("clients", "clients.xlsx", workbook);
    desk.confirm(second, desk.proposed(second));
    desk.commit(second);
    assertThat(desk.outcomes(second)).isEqualTo(Map.of("new", 5L));
    assertThat(values(rows(door.export(Role.REGISTRAR, "ar", "/clients/export")))).containsExactlyInAnyOrderElementsOf(values(told));
  }

  @Test
  void whoTakesAWorkbookIsWrittenDown() {
    workbook();
    assertThat(db.sql("select action from access.audit_entry order by seq desc limit 1").query(String.class).single()).isEqualTo("client.export");
  }

  /** How many facts there are of clients. */
  private Map<String, Object> changes() {
    return db.sql("""
        select (select count(*) from constituents.party where removed_at is null) as clients, (select count(*) from constituents.phone) as phones,
          (select count(*) from constituents.email) as emails, (select count(*) from constituents.address) as addresses,
          (select count(*) from constituents.fact) as facts, (select count(*) from constituents.party_role) as roles""").query().singleRow();
  }

  private byte[] workbook() {
    var member = door.as(Role.REGISTRAR);
    member.setCookie("language", "ar");
    return member.get("/clients/export?format=xlsx").getResponse().getContentAsByteArray();
  }

  /** All but the file number, the source and the day of adding, which every base gives anew. */
  private static List<List<String>> values(List<List<String>> rows) {
    return rows.stream().map(row -> row.subList(1, row.size() - 2)).toList();
  }
}
