package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

/** What clients are to each other comes in lists too: who decides at a company, whose father somebody is. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class TieListsTest {

  private static final String DECIDERS = """
      الاسم;الجوال;العلاقة;المنشأة;السجل التجاري للمنشأة;المنصب;التأثير;أسلوب القرار;ما يرجح القرار;سبيل الوصول;منذ
      هشام طارق البابطين;0502220001;صاحب قرار;شركة النخيل;4030000001;المدير المالي;كبير;الأرقام أولًا;تقرير الأثر;مكتبه صباحًا;1445/01/01
      لمى وليد البابطين;0502220002;مسؤولة الاتصال;شركة النخيل;;منسقة المسؤولية الاجتماعية;;;;بالبريد;
      فهد ناصر السبيعي;0502220003;صاحب قرار;شركة لا نعرفها;;;;;;;
      هشام طارق البابطين;0502220001;صاحب القرار;;4030000001;;;;;;
      """;

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @Test
  void aListOfDecisionMakersBringsThemWithWhatIsKnownOfThem() {
    var companies = desk.bring("clients", "الاسم;السجل التجاري\nشركة النخيل;4030000001\n");
    var address = desk.preview("ties", DECIDERS);
    assertThat(desk.read(address)).contains("decision maker", "شركة النخيل", "We do not know the other");
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 2L, "failed", 1L, "skipped", 1L));
    desk.commit(address);
    assertThat(ties()).containsExactly(
        "decision_maker||هشام طارق البابطين|شركة النخيل|المدير المالي|high|figures|تقرير الأثر|مكتبه صباحًا|2023-07-19",
        "contact||لمى وليد البابطين|شركة النخيل|منسقة المسؤولية الاجتماعية||||بالبريد|");
    var again = desk.bring("ties", DECIDERS);
    assertThat(desk.outcomes(again)).isEqualTo(Map.of("skipped", 3L, "failed", 1L));
    desk.undo(address);
    assertThat(ties()).isEmpty();
    desk.undo(companies);
    assertThat(db.sql("select count(*) from constituents.party where display_name ~ 'النخيل|البابطين'").query(Long.class).single()).isZero();
  }

  @Test
  void theOtherMayStandAnywhereInTheSameList() {
    var address = desk.preview("ties", """
        الاسم;رقم الهوية;العلاقة;رقم الطرف الآخر;الطرف الآخر
        تركي ماجد العنزي;1020202021;ابن;1020202039;
        ماجد سعود العنزي;1020202039;زوج;;ريم صالح العنزي
        ريم صالح العنزي;1020202047;أم;1020202021;
        ريم صالح العنزي;1020202047;ابنة;1020202021;
        ماجد سعود العنزي;1020202039;أخ;1020202039;
        """);
    assertThat(desk.problems(address)).containsExactly("tie_contradicts", "tie_oneself");
    desk.commit(address);
    assertThat(ties()).containsExactlyInAnyOrder("kin|parent|ماجد سعود العنزي|تركي ماجد العنزي||||||",
        "kin|spouse|ماجد سعود العنزي|ريم صالح العنزي||||||", "kin|parent|ريم صالح العنزي|تركي ماجد العنزي||||||");
    desk.undo(address);
    assertThat(ties()).isEmpty();
  }

  @Test
  void whatSomebodyPutRightStaysWhenTheListIsUndone() {
    desk.bring("clients", "الاسم;رقم الهوية\nبدر فيصل المطيري;1030303036\n");
    var address = desk.bring("ties", "الاسم;رقم الهوية;العلاقة;رقم الطرف الآخر\nنايف بدر المطيري;1030303044;ابن;1030303036\n");
    var son = db.sql("select id::text from constituents.party where display_name like 'نايف%'").query(String.class).single();
    var tie = db.sql("select id::text from constituents.tie").query(String.class).single();
    assertThat(desk.send("/clients/" + son + "/ties/" + tie + "/correction", "since", "2011-03-04", "note", "من بطاقة العائلة")).hasStatus3xxRedirection();
    desk.undo(address);
    assertThat(desk.read(address)).contains("نايف بدر المطيري", "the file was changed after the import");
    assertThat(ties()).hasSize(1);
    db.sql("delete from constituents.tie").update();
  }

  private List<String> ties() {
    return db.sql("""
        select t.kind || '|' || coalesce(t.what, '') || '|' || a.display_name || '|' || b.display_name || '|' || coalesce(t.post, '') || '|' || coalesce(t.influence, '')
          || '|' || coalesce(t.decision_style, '') || '|' || coalesce(t.sways, '') || '|' || coalesce(t.reach, '') || '|' || coalesce(t.since::text, '')
        from constituents.tie t
        join constituents.party a on a.id = t.from_id
        join constituents.party b on b.id = t.to_id
        order by t.id""").query(String.class).list();
  }
}
