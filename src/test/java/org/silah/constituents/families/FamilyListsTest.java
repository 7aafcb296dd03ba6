package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.constituents.imports.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families come in lists as branches keep them: a row for each member, or a row for each family. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class FamilyListsTest {

  private static final String BY_MEMBER = """
      رقم ملف الأسرة;الاسم;صلة القرابة;رقم الهوية;تاريخ الميلاد;الجنس;الجوال;المدينة
      15;أحمد سالم الغامدي;رب الأسرة;1010101010;1400/05/01;ذكر;0501110001;الطائف
      15;سارة محمد الزهراني;زوجة;1010101028;١٤٠٤/٠٧/١٢;;0501110001;
      15;سالم;ابن;;1432/01/01;;0501110001;
      15;نورة;ابنة;1010101036;1435/03/09;;;
      15;فاطمة حسن الغامدي;والدة;;;;;
      16;منى علي الحربي;ربة الأسرة;1010101044;1405/01/01;;0501110002;الطائف
      16;خالد;ابن;;1436/01/01;;;
      """;

  private static final String BY_FAMILY = """
      رقم ملف الأسرة;اسم رب الأسرة;رقم الهوية;تاريخ الميلاد;الجنس;الجوال;المدينة;اسم الزوجة;هوية الزوجة;تاريخ ميلاد الزوجة;اسم الابن 1;تاريخ ميلاد الابن 1;اسم الابنة 1;هوية الابنة 1;تاريخ ميلاد الابنة 1;أسماء المعالين;جنس المعال
      15;أحمد سالم الغامدي;1010101010;1400/05/01;ذكر;0501110001;الطائف;سارة محمد الزهراني;1010101028;١٤٠٤/٠٧/١٢;سالم;1432/01/01;نورة;1010101036;1435/03/09;فاطمة حسن الغامدي;أنثى
      16;منى علي الحربي;1010101044;1405/01/01;أنثى;0501110002;الطائف;;;;خالد;1436/01/01;;;;;
      """;

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @AfterEach
  void takeEverythingBack() {
    db.sql("select id::text from constituents.import where state = 'done' order by created_at desc").query(String.class).list().forEach(id -> desk.undo("/imports/" + id));
  }

  @Test
  void aListWithARowForEachMemberMakesFamiliesWithTheirMembers() {
    var address = desk.preview("families", BY_MEMBER);
    var page = desk.read(address);
    assertThat(desk.outcomes(address)).as(desk.problems(address).toString()).doesNotContainKey("failed");
    assertThat(page).contains("2 families, 2 new", "7 members, 7 new");
    desk.commit(address);
    assertThat(town()).containsExactly(
        "أسرة أحمد بن سالم الغامدي|head|أحمد سالم الغامدي|male", "أسرة أحمد بن سالم الغامدي|spouse|سارة محمد الزهراني|female",
        "أسرة أحمد بن سالم الغامدي|child|سالم بن أحمد بن سالم الغامدي|male", "أسرة أحمد بن سالم الغامدي|child|نورة بنت أحمد بن سالم الغامدي|female",
        "أسرة أحمد بن سالم الغامدي|dependant|فاطمة حسن الغامدي|female",
        "أسرة منى بنت علي الحربي|head|منى علي الحربي|female", "أسرة منى بنت علي الحربي|child|خالد بن منى بنت علي الحربي|male");
    desk.undo(address);
    assertThat(town()).isEmpty();
    assertThat(db.sql("select count(*) from constituents.party").query(Long.class).single()).isZero();
    assertThat(db.sql("select count(*) from constituents.family_deed").query(Long.class).single()).isZero();
  }

  @Test
  void aListWithARowForEachFamilyMakesTheSame() {
    var address = desk.preview("families", BY_FAMILY);
    assertThat(desk.outcomes(address)).as(desk.problems(address).toString()).doesNotContainKey("failed");
    desk.commit(address);
    var byFamily = town();
    desk.undo(address);
    desk.undo(desk.bring("families", BY_MEMBER));
    var again = desk.bring("families", BY_MEMBER);
    assertThat(byFamily).isEqualTo(town()).hasSize(7);
    var twice = desk.bring("families", BY_FAMILY);
    assertThat(desk.outcomes(twice)).doesNotContainKeys("new", "failed");
    assertThat(town()).isEqualTo(byFamily);
    desk.undo(twice);
    assertThat(town()).isEqualTo(byFamily);
    desk.undo(again);
    assertThat(town()).isEmpty();
  }

  @Test
  void onePhoneOfAFamilyMakesNobodyTheirFather() {
    var address = desk.bring("families", """
        رقم ملف الأسرة;الاسم;صلة القرابة;الجوال
        31;سعد علي القرني;رب الأسرة;0501310001
        31;علي سعد علي القرني;ابن;0501310001
        31;سعود سعد علي القرني;ابن;0501310001
        """);
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 4L, "repeats", 2L));
    assertThat(town()).hasSize(3);
    desk.undo(address);
  }

  @Test
  void oneCellMayNameSeveralAndSaysOfEachInTheSameOrder() {
    var address = desk.preview("families", """
        رقم ملف الأسرة;اسم رب الأسرة;الجنس;أسماء الزوجات;أسماء الأبناء;تواريخ ميلاد الأبناء;هويات الأبناء
        41;ناصر عبدالله الشهري;ذكر;هند سالم الشهري، عزة أحمد العمري;فيصل، ريم؛ عبدالله;1430/01/01، 1432/02/02، 1436/03/03;
        42;صالح عبدالله الشهري;ذكر;;فهد، سلمان;1430/01/01;
        """);
    assertThat(desk.problems(address)).containsExactly("constituents.import.family.uneven");
    assertThat(desk.read(address)).contains("The cell has one value, and there are 2 names", "ناصر عبدالله الشهري · هند سالم الشهري");
    desk.commit(address);
    assertThat(town()).contains("أسرة ناصر بن عبدالله الشهري|child|عبدالله ناصر عبدالله الشهري").hasSize(6);
    assertThat(desk.read(address)).contains("/family");
    var failed = desk.read(address + "/failed.csv");
    assertThat(failed.lines().toList()).hasSize(2);
    assertThat(failed).contains("صالح عبدالله الشهري").doesNotContain("ناصر");
    desk.undo(address);
  }

  @Test
  void whoCannotBeInAFamilyFailsWithASentenceAndTheOthersGoThrough() {
    var list = """
        رقم ملف الأسرة;الاسم;صلة القرابة;رقم الهوية;الجنس;في الأسرة منذ;تاريخ الميلاد
        51;بندر خالد الدوسري;رب الأسرة;1050505051;ذكر;;
        51;خالد فهد الدوسري;رب الأسرة;1050505069;ذكر;;
        51;لطيفة سعد الدوسري;زوجة;1050505077;;;
        52;حمد راشد الدوسري;رب الأسرة;1050505085;ذكر;;
        52;لطيفة سعد الدوسري;زوجة;1050505077;;;
        52;مشعل راشد الدوسري;زوج;1050505093;;;
        52;شركة الدوسري;ابن;;;;
        52;غادة;ابنة;;;1440/01/01;1444/01/01
        ;رقية حمد الدوسري;ابنة;;;;
        52;رقية حمد الدوسري;جارة;;;;
        """;
    var address = desk.preview("families", list);
    assertThat(desk.problems(address)).containsExactly("two_heads", "two_homes", "same_sex", "not_a_person", "unborn",
        "constituents.import.family.unnumbered", "constituents.import.wrong.word");
    desk.commit(address);
    assertThat(town()).containsExactly("أسرة بندر بن خالد الدوسري|head|بندر خالد الدوسري|male",
        "أسرة بندر بن خالد الدوسري|spouse|لطيفة سعد الدوسري|female", "أسرة حمد بن راشد الدوسري|head|حمد راشد الدوسري|male");
    var later = desk.preview("families", "رقم ملف الأسرة;الاسم;صلة القرابة;رقم الهوية\n51;فهد خالد الدوسري;رب الأسرة;1050505101\n51;لطيفة سعد الدوسري;ابنة;1050505077\n");
    assertThat(desk.problems(later)).containsExactly("two_heads", "present_otherwise");
    assertThat(desk.read(later)).contains("The family has another head", "This member has another place in the family");
    desk.send(later + "/abandonment");
    desk.undo(address);
    assertThat(town()).isEmpty();
  }

  @Test
  void anotherBranchsListMeetsTheSameFamilyByItsHeadAndItsChildrenByTheirNames() {
    var first = desk.bring("families", """
        رقم ملف الأسرة;الاسم;صلة القرابة;رقم الهوية;تاريخ الميلاد
        61;ماهر يوسف الحازمي;رب الأسرة;1060606061;1400/01/01
        61;يوسف;ابن;;1430/01/01
        61;آمنة;ابنة;;1432/01/01
        """);
    var before = town();
    var second = desk.bring("families", """
        اسم رب الأسرة;هوية رب الأسرة;أسماء الأبناء;تواريخ ميلاد الأبناء
        ماهر يوسف الحازمي;1060606061;يوسف ماهر الحازمي، جود;1430/01/01، 1445/01/01
        """);
    assertThat(desk.read(second)).contains("A family we know has the same head.");
    assertThat(town()).containsAll(before).hasSize(before.size() + 1).contains("أسرة ماهر يوسف الحازمي|child|جود ماهر يوسف الحازمي");
    desk.undo(second);
    assertThat(town()).isEqualTo(before);
    desk.undo(first);
  }

  @Test
  void aFamilySomebodyHasDealtWithStaysWhenTheListIsUndone() {
    var address = desk.bring("families", "رقم ملف الأسرة;الاسم;صلة القرابة\n71;طلال سعيد الرويلي;رب الأسرة\n71;سعيد;ابن\n72;عايض فلاح الرويلي;رب الأسرة\n");
    var family = db.sql("select id::text from constituents.party where kind = 'family' and display_name like 'أسرة طلال%'").query(String.class).single();
    var member = db.sql("select member_id::text from constituents.family_member where position = 'child'").query(String.class).single();
    assertThat(desk.send("/clients/" + family + "/members/" + member + "/home", "home", "own")).hasStatus3xxRedirection();
    desk.undo(address);
    assertThat(desk.read(address)).contains("أسرة طلال", "the file was changed after the import").doesNotContain("عايض");
    assertThat(town()).hasSize(1);
    db.sql("delete from constituents.family_member").update();
  }

  @Test
  void listsComeInTheEncodingsAndFormatsThatBranchesSend() {
    var old = desk.begin("families", "families.csv", BY_FAMILY.replace("١٤٠٤/٠٧/١٢", "1404/07/12").getBytes(Charset.forName("windows-1256")));
    desk.confirm(old, desk.proposed(old));
    desk.commit(old);
    var asCsv = town();
    desk.undo(old);
    var rows = BY_FAMILY.lines().map(line -> List.<Object>of((Object[]) line.split(";", -1))).toList();
    var book = desk.begin("families", "families.xlsx", ImportDesk.workbook(rows));
    desk.confirm(book, desk.proposed(book));
    desk.commit(book);
    assertThat(town()).isEqualTo(asCsv).hasSize(7);
    desk.undo(book);
  }

  private List<String> town() {
    return db.sql("""
        select concat_ws('|', f.display_name, m.position, p.display_name, p.gender)
        from constituents.family_member m
        join constituents.party f on f.id = m.family_id
        join constituents.party p on p.id = m.member_id
        order by f.name_key, array_position(array['head', 'spouse', 'child', 'dependant'], m.position), p.birth_on, p.name_key""").query(String.class).list();
  }
}
