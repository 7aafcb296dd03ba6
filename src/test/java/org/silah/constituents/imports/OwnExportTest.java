package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.FrontDoor.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one charity exports another imports, in either language, and nothing is lost on the way. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class OwnExportTest {

  private static final String LIST = """
      النوع,الاسم,الاسم بالإنجليزية,اللقب,الجنس,تاريخ الميلاد,الجوال,البريد الإلكتروني,رقم الهوية,السجل التجاري,المدينة,الصفة,بداية الصفة,اللغة
      فرد,أحمد بن عبد الله الغامدي,,الأستاذ,ذكر,1980-02-29,0501112221; 0112345678,ahmad@example.org; a.second@example.org,1000000001,,جدة,متبرع; متطوع,2019-05-01; 2021-03-02,العربية
      فرد,هدى الهندي,Huda Al-Hindi,,أنثى,,0501112222,,2000000003,,الرياض,مستفيد,1444-09-01,الإنجليزية
      فرد,=1+1 سالم,,,ذكر,,0501112223,,,,مكة المكرمة,موظف في منشأة,2020-01-01,عربي
      فرد,من لا يعرف عنه شيء,,,,,,,,,,,,
      أسرة,أسرة سالم القرني,,,,,0501112224,,,,أبها,مستفيد,2022-02-02,
      منشأة,مؤسسة النور الخيرية,,,,,0112345679,,,1010000007,الدمام,متبرع,2018-01-01,
      جهة حكومية داعمة,وزارة الموارد البشرية,,,,,0112345670,,,,الرياض,داعم,2017-01-01,
      جهة حكومية مشرفة,المركز الوطني,,,,,0112345671,,,,الرياض,مشرف,2017-01-01,
      جهة أخرى,مجلس الحي,,,,,0112345672,,,,تبوك,شريك,2023-01-01,
      """;

  @Autowired FrontDoor door;
  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void ourOwnExportIsReadBackWithAllItSays(String language) throws IOException {
    var first = desk.bring("clients", LIST);
    assertThat(desk.outcomes(first)).isEqualTo(Map.of("new", 9L));
    assertThat(db.sql("select kind || ' ' || coalesce(agency_bearing, '') from constituents.party where removed_at is null order by file_number")
        .query(String.class).list()).map(String::strip)
        .containsExactly("person", "person", "person", "person", "family", "organisation", "agency supporting", "agency supervising", "other");
    var told = export(language);
    var rows = rows(told);
    assertThat(rows.subList(1, rows.size()).stream().filter(row -> row.get(2).startsWith("أحمد")).findFirst().orElseThrow()).contains(
        "1980-02-29", "'+966112345678; +966501112221", "a.second@example.org; ahmad@example.org", "1000000001", "2019-05-01; 2021-03-02");
    desk.undo(first);
    assertThat(rows(export(language))).hasSize(1);

    var second = desk.begin("clients", told);
    assertThat(desk.proposed(second)).containsExactly("branch_file", "kind", "name", "latin_name", "title", "gender", "birth_on", "phone", "email", "national_id",
        "residence", "commercial_register", "city", "role", "role_since", "language", "", "", "");
    desk.confirm(second, desk.proposed(second));
    desk.commit(second);
    assertThat(desk.outcomes(second)).isEqualTo(Map.of("new", 9L));
    assertThat(values(rows(export(language)))).containsExactlyInAnyOrderElementsOf(values(rows));
    desk.undo(second);
  }

  @Test
  void whatHeadsTwoThingsIsDecidedByWhatStandsBelow() {
    assertThat(proposed("النوع", "ذكر", "أنثى", "", "أنثى")).isEqualTo("gender");
    assertThat(proposed("النوع", "فرد", "أسرة", "جهة حكومية داعمة", "شيء آخر")).isEqualTo("kind");
    assertThat(proposed("النوع (ذكر/أنثى)", "ذكر", "أنثى")).isEqualTo("gender");
    assertThat(proposed("النوع", "أ", "ب", "ج")).isEmpty();
    assertThat(proposed("النوع", "", "", "")).isEmpty();
    assertThat(proposed("الجنس", "", "", "")).isEqualTo("gender");
  }

  @Test
  void anAgencyOfUnknownBearingIsRefusedByTheNameOfItsColumn() {
    var address = desk.preview("clients", "النوع,الاسم\nجهة حكومية,أمانة المنطقة\nجهة حكومية داعمة,وزارة الصحة\n");
    assertThat(desk.problems(address)).containsExactly("constituents.import.wrong.bearing");
    assertThat(desk.read(address + "?outcome=failed")).contains("النوع", "supporting government agency");
    var told = desk.preview("clients", "النوع,الاسم,صلة الجهة\nجهة حكومية,أمانة المدينة,مشرفة\nجهة حكومية,أمانة القرية,\n");
    assertThat(desk.outcomes(told)).isEqualTo(Map.of("failed", 1L, "new", 1L));
  }

  @Test
  void ofSeveralRolesEachHasItsDayOrAllHaveOne() {
    var address = desk.preview("clients", """
        الاسم,الصفة,بداية الصفة
        نورة فهد,متبرع; متطوع,2020-01-01
        سارة فهد,متبرع; متطوع; مستفيد,2020-01-01; 2021-01-01
        """);
    assertThat(desk.problems(address)).containsExactly("constituents.import.wrong.days");
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("failed", 1L, "new", 1L));
  }

  private String proposed(String header, String... values) {
    var list = new StringBuilder("الاسم;").append(header).append('\n');
    for (var value : values) {
      list.append("سعد علي;").append(value).append('\n');
    }
    return desk.proposed(desk.begin("clients", list.toString())).get(1);
  }

  private String export(String language) {
    return door.export(Role.REGISTRAR, language, "/clients/export");
  }

  /** All but the file number, the source and the day of adding, which every base gives anew. */
  private static List<List<String>> values(List<List<String>> rows) {
    return rows.stream().map(row -> row.subList(1, row.size() - 2)).toList();
  }
}
