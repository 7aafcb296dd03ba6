package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clients allowed comes in lists with its day and its evidence; no list makes a yes of a no. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ConsentListsTest {

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @Test
  void aListSaysForEachChannelWhatWasAllowedAboutWhichTopicsOnWhichDayAndHowWeKnow() {
    var address = desk.bring("clients", """
        الاسم;الجوال;الموافقة على الاتصال;الموافقة على الخطابات;موافقة الواتساب;المواضيع;تاريخ الموافقة;رقم نموذج الموافقة
        أروى سلطان الجهني;0503330001;نعم;لا;;حملات التبرع، المناسبات;1446/09/01;نموذج 118
        وليد سلطان الجهني;0503330002;;;نعم;الكل;2025-03-01;نموذج 119
        """);
    assertThat(answers("أروى%")).containsExactly(
        "call appeals granted 2025-03-01 نموذج 118 · list.csv · 2", "call occasions granted 2025-03-01 نموذج 118 · list.csv · 2",
        "letter appeals refused 2025-03-01 نموذج 118 · list.csv · 2", "letter occasions refused 2025-03-01 نموذج 118 · list.csv · 2");
    assertThat(answers("وليد%")).hasSize(5).allMatch(answer -> answer.startsWith("whatsapp ") && answer.contains(" granted 2025-03-01 "));
    desk.bring("clients", "الاسم;الجوال;موافقة الواتساب;المواضيع\nوليد سلطان الجهني;0503330002;نعم;ما لا نعرفه\n");
    assertThat(desk.problems(desk.preview("clients", "الاسم;موافقة الواتساب;المواضيع\nوليد;نعم;ما لا نعرفه\n"))).containsExactly("constituents.import.wrong.word");
    desk.undo(address);
    assertThat(answers("%الجهني")).isEmpty();
  }

  @Test
  void theNewestAnswerHoldsAndNoOlderOrUndatedYesGoesOverANo() {
    var head = "الاسم;الجوال;موافقة الواتساب;المواضيع;تاريخ الموافقة\n";
    var who = "سمية فارس الجابري;0503340001;";
    desk.bring("clients", head + who + "لا;الشكر;2025-05-05\n");
    desk.bring("clients", head + who + "نعم;الشكر;\n");
    assertThat(holds("سمية%")).as("an undated yes").isEqualTo("refused");
    desk.bring("clients", head + who + "نعم;الشكر;2025-04-01\n");
    assertThat(holds("سمية%")).as("an older yes").isEqualTo("refused");
    desk.bring("clients", head + who + "نعم;الشكر;2025-05-05\n");
    assertThat(holds("سمية%")).as("a yes of the same day").isEqualTo("refused");
    var newer = desk.bring("clients", head + who + "نعم;الشكر;2025-06-01\n");
    assertThat(holds("سمية%")).as("a newer yes").isEqualTo("granted");
    desk.undo(newer);
    assertThat(holds("سمية%")).isEqualTo("refused");
    desk.bring("clients", head + who + "نعم;الشكر;2025-06-01\n");
    desk.bring("clients", head + who + "لا;الشكر;\n");
    assertThat(holds("سمية%")).as("an undated no").isEqualTo("refused");
  }

  @Test
  void withinOneListAnUndatedYesDoesNotGoOverANoWithADay() {
    desk.bring("clients", """
        الاسم;الجوال;موافقة الواتساب;المواضيع;تاريخ الموافقة
        ثامر فارس الجابري;0503350001;نعم;الشكر;
        ثامر فارس الجابري;0503350001;لا;الشكر;2025-05-05
        """);
    assertThat(holds("ثامر%")).isEqualTo("refused");
  }

  private String holds(String name) {
    return db.sql("select c.state from published.consent c join constituents.party p on p.id = c.party_id where p.display_name like ?").param(name)
        .query(String.class).single();
  }

  private List<String> answers(String name) {
    return db.sql("""
        select c.channel || ' ' || c.topic || ' ' || c.state || ' ' || (c.at at time zone 'Asia/Riyadh')::date || ' ' || c.evidence
        from constituents.consent c
        join constituents.party p on p.id = c.party_id
        where p.display_name like ?
        order by 1""").param(name).query(String.class).list();
  }
}
