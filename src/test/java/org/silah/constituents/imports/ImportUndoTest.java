package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Undoing an import takes back all that it brought, and nothing else. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ImportUndoTest {

  private static final String KNOWN = "الاسم;الجوال;رقم الهوية;المدينة;المهنة;الصفة;ملاحظات\n"
      + "منيرة الفايز;0507770001;1070707071;جدة;معلمة;متبرع;\n"
      + "صالح الفايز;0507770002;;;;;قديم\n";
  private static final String MORE = "الاسم;الجوال;البريد الإلكتروني;رقم الهوية;تاريخ الميلاد;الجنس;المدينة;الحي;المهنة;الصفة;ملاحظات;الموافقة على البريد\n"
      + "منيرة الفايز;0507770091;m@example.org;1070707071;1990-01-01;أنثى;الدمام;الشاطئ;طبيبة;متطوع;من القائمة الثانية;نعم\n"
      + "صالح الفايز;0507770002;;1070707072;;ذكر;;;مهندس;متبرع;;لا\n"
      + "جديد الفايز;0507770003;j@example.org;1070707073;1991-02-03;ذكر;أبها;;محام;متبرع;ملاحظة;نعم\n"
      + "جديد الفايز;0507770003;;;;;;;;;ثانية;\n";

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @Test
  void anUndoneImportOfClientsLeavesEverythingAsItWas() {
    desk.bring("clients", KNOWN);
    var before = everything();
    var address = desk.bring("clients", MORE);
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("joined", 2L, "new", 1L, "repeats", 1L));
    assertThat(everything()).isNotEqualTo(before);
    assertThat(desk.read(address + "/undoing")).contains("This import added one client, who will be removed.", "2 rows", "Everything will be as it was");
    desk.undo(address);
    var after = everything();
    before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    assertThat(desk.read(address)).contains("This import was undone; everything is as it was before.");
    var again = desk.bring("clients", MORE);
    assertThat(desk.outcomes(again)).isEqualTo(Map.of("joined", 2L, "new", 1L, "repeats", 1L));
  }

  @Test
  void aClientSomebodyHasDealtWithSinceStaysAndIsNamed() {
    var address = desk.bring("clients", "الاسم;الجوال\nبسمة الفواز;0507771001\nبدور الفواز;0507771002\n");
    var basma = db.sql("select id::text from constituents.party where display_name = 'بسمة الفواز'").query(String.class).single();
    assertThat(desk.send("/clients/" + basma + "/notes", "text", "اتصلت اليوم")).hasStatus3xxRedirection();
    desk.undo(address);
    assertThat(desk.read(address)).contains("Clients who stay", "بسمة الفواز", "the file was changed after the import",
        "everything is as it was before, save the clients below, who stay.").doesNotContain("بدور الفواز", "everything is as it was before.");
    assertThat(db.sql("select display_name from constituents.party where display_name like '% الفواز'").query(String.class).list()).containsExactly("بسمة الفواز");
  }

  @Test
  void undoneGiftsAreReversedAndTheTotalsAreAsBefore() {
    desk.bring("gifts", "الاسم;الجوال;المبلغ;تاريخ التبرع\nهدى الراجحي;0507772001;100;2026-01-05\n");
    var before = List.of(desk.content("giving.donor_summary"), desk.content("giving.donor_year"), days());
    var clients = db.sql("select count(*) from constituents.party where removed_at is null").query(Long.class).single();
    var address = desk.bring("gifts", "الاسم;الجوال;المبلغ;تاريخ التبرع\nهدى الراجحي;0507772001;900;2026-01-05\nعبير الراجحي;0507772002;70;2026-01-06\n");
    assertThat(desk.read(address + "/undoing")).contains("not deleted but reversed");
    desk.undo(address);
    assertThat(List.of(desk.content("giving.donor_summary"), desk.content("giving.donor_year"), days())).isEqualTo(before);
    assertThat(db.sql("select count(*) from constituents.party where removed_at is null").query(Long.class).single()).isEqualTo(clients);
    assertThat(db.sql("select count(*) from giving.gift g join giving.gift_reversal r on r.gift_id = g.id where g.import_id = ?")
        .param(ImportDesk.id(address).value()).query(Long.class).single()).isEqualTo(2);
  }

  private List<String> days() {
    return db.sql("select given_on || ' ' || sum(gifts) || ' ' || sum(base_minor) from giving.day_total group by given_on having sum(gifts) <> 0 order by 1")
        .query(String.class).list();
  }

  /** Each table of the clients, save the list of those to be looked at anew; of the vocabulary neither words nor their slips, since words are never forgotten. */
  private Map<String, List<String>> everything() {
    var content = new LinkedHashMap<String, List<String>>();
    db.sql("""
        select table_name
        from information_schema.tables
        where table_schema = 'constituents' and table_type = 'BASE TABLE' and table_name not in
          ('import', 'import_file', 'import_row', 'import_staged', 'import_mapping', 'import_kept', 'name_word', 'name_slip', 'knowledge_due')
        order by 1""").query(String.class).list().forEach(table -> content.put(table, desk.content("constituents." + table)));
    return content;
  }
}
