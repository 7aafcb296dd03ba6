package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registrar imports a branch's list: hands it in, looks at the columns and the preview, saves, mends, undoes. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ImportPagesTest {

  private static final String HEAD = "الاسم;الجوال;البريد الإلكتروني;رقم الهوية;المدينة\n";

  @Autowired ImportDesk desk;
  @Autowired FrontDoor door;
  @Autowired JdbcClient db;

  @Test
  void aListGoesFromTheFileToTheClients() {
    var address = desk.begin("clients", HEAD + "سعاد المطيري;0501110001;souad@example.org;1010101010;جدة\nوليد الرشيدي;0501110002;;;الرياض\n");
    assertThat(desk.proposed(address)).containsExactly("name", "phone", "email", "national_id", "city");
    assertThat(desk.read(address)).contains("سعاد المطيري", "0501110001", "Head office");
    assertThat(desk.confirm(address, desk.proposed(address))).hasStatus3xxRedirection();
    var preview = desk.read(address);
    assertThat(preview).contains("nothing is saved yet", "Save 2 rows", "سعاد المطيري", "+966 50 111 0001", "National identity", "1010101010");
    assertThat(named("سعاد المطيري")).isZero();
    desk.commit(address);
    assertThat(desk.read(address)).contains("2 rows saved.", "href=\"/clients/").doesNotContain("nothing is saved yet");
    assertThat(named("سعاد المطيري")).isEqualTo(1);
    assertThat(desk.read("/imports")).contains("list.csv", "done", "2 rows", "Staff");
  }

  @Test
  void whatIsLeftOutIsNotImportedAndASecondThoughtIsAllowed() {
    var address = desk.preview("clients", "الاسم,الجوال,ملاحظات\nنجود السبيعي,0502220001,سرّ\n");
    desk.send(address + "/reconsideration");
    assertThat(desk.proposed(address)).containsExactly("name", "phone", "note");
    desk.confirm(address, List.of("name", "phone", ""));
    desk.commit(address);
    assertThat(db.sql("select count(*) from constituents.note where text = 'سرّ'").query(Long.class).single()).isZero();
  }

  @Test
  void aMissingOrDoubledColumnIsToldAndTheChoiceIsKept() {
    var address = desk.begin("gifts", "الاسم,الجوال,المبلغ,تاريخ التبرع\nنجود,0502220001,100,2026-01-01\n");
    assertThat(desk.confirm(address, List.of("name", "phone", "", "given_on"))).hasStatus(422).bodyText()
        .contains("A column is missing that must be there: Amount", "value=\"given_on\" selected");
    assertThat(desk.confirm(address, List.of("", "phone", "", ""))).hasStatus(422).bodyText().contains("Columns are missing", "Name", "Amount");
    assertThat(desk.confirm(address, List.of("name", "name", "amount", "given_on"))).hasStatus(422).bodyText()
        .contains("“Name” is chosen for more than one column");
    assertThat(desk.read(address)).contains("columns to be confirmed");
    assertThat(desk.outcomes(address)).isEmpty();
  }

  @Test
  void aSettingNobodyOffersIsRefusedAndNothingIsRead() {
    var address = desk.begin("gifts", "الاسم,المبلغ,تاريخ التبرع\nنجود,100,2026-01-01\n");
    assertThat(desk.confirm(address, List.of("name", "amount", "given_on"), "option_purpose", "bribe")).hasStatus(422).bodyText().contains("Choose one of the list");
    assertThat(desk.confirm(address, List.of("name", "amount", "given_on"), "option_purpose", "waqf", "region", "ZZ")).hasStatus3xxRedirection();
    assertThat(desk.read(address)).contains("Waqf");
  }

  @Test
  void aListOfGiftsHandedInAsClientsSaysSoAndTurnsIntoOne() {
    var address = desk.begin("clients", "الاسم,المبلغ,تاريخ التبرع\nنجود,100,2026-01-01\n");
    assertThat(desk.read(address)).contains("This looks like a list of another kind: Gifts");
    desk.send(address + "/kind", "kind", "gifts");
    assertThat(desk.proposed(address)).containsExactly("name", "amount", "given_on");
  }

  @Test
  void columnsSavedByNameAreThereForTheNextFileWithTheSameHeaders() {
    var first = desk.begin("clients", "a1,b1\nنوال الشهري,أبها\n");
    assertThat(desk.proposed(first)).isEqualTo(List.of("name", ""));
    desk.confirm(first, List.of("name", "city"), "save_as", "فرع أبها");
    var next = desk.begin("clients", "a1,b1\nمنال الشهري,النماص\n");
    assertThat(desk.proposed(next)).containsExactly("name", "city");
    var other = desk.begin("clients", "b1,c1,a1\nالنماص,x,ريم الشهري\n");
    assertThat(desk.proposed(other)).containsExactly("", "", "name");
    assertThat(desk.read(other)).contains("فرع أبها");
    assertThat(desk.proposed(other + "?mapping=" + Registry.encoded("فرع أبها"))).containsExactly("city", "", "name");
  }

  @Test
  void aFileWithTheHeadersOfTheLastImportIsReadAsThatWas() {
    var first = desk.begin("clients", "a2,b2\nنوال الشهري,أبها\n");
    desk.confirm(first, List.of("name", "district"));
    assertThat(desk.proposed(desk.begin("clients", "a2,b2\nمنال الشهري,النماص\n"))).containsExactly("name", "district");
  }

  @Test
  void theFileCanBeReadAnotherWay() {
    var bytes = ("الاسم;ملاحظات\nنوف;a,b,c,d\n").getBytes(Encoding.WINDOWS_1256);
    var address = desk.begin("clients", "x.csv", bytes);
    desk.send(address + "/shape", "encoding", "windows-1256", "delimiter", "comma", "header_row", "1");
    assertThat(desk.proposed(address)).hasSize(1);
    desk.send(address + "/shape", "encoding", "windows-1256", "delimiter", "semicolon", "header_row", "1");
    assertThat(desk.proposed(address)).containsExactly("name", "note");
    desk.send(address + "/shape", "encoding", "windows-1256", "delimiter", "semicolon", "header_row", "0");
    assertThat(desk.read(address)).contains("Column 1", "نوف");
    assertThat(desk.send(address + "/shape", "encoding", "UTF-8", "delimiter", "semicolon", "header_row", "1")).hasStatus(422).bodyText()
        .contains("does not fit the chosen encoding");
  }

  @Test
  void rowsThatMatchAKnownClientAreJoinedAndSaySo() {
    desk.bring("clients", HEAD + "عبد الله بن فهد العتيبي;0504440001;;1040404040;جدة\nهيفاء المقرن;0504440002;haifa@example.org;;جدة\nثامر الحربي;0504440003;;;جدة\n");
    var address = desk.preview("clients", HEAD
        + "عبدالله فهد العتيبي;;;١٠٤٠٤٠٤٠٤٠;\n"
        + "هيفاء المقرن;;HAIFA@example.org;;\n"
        + "ثامر الحربي;+966504440003;;;\n"
        + "ناصر الحربي;0504440003;;;\n"
        + "لمى الدخيل;0504440009;;;\n"
        + "لمى الدخيل;0504440009;;;\n"
        + "سامي الغريب;;;1040404040;\n");
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("joined", 3L, "new", 2L, "repeats", 1L, "failed", 1L));
    assertThat(desk.read(address + "?show=joined")).contains("The same identity or file number.", "The same e-mail and the same name.",
        "The same phone, and the names agree.", "عبد الله بن فهد العتيبي");
    assertThat(desk.read(address + "?show=new")).contains("Somebody with another name has the same phone", "ثامر الحربي");
    assertThat(desk.read(address + "?show=repeats")).contains("The same client as in row 6.");
    assertThat(desk.read(address + "?show=failed")).contains("The identity number belongs to a client with another name");
    desk.commit(address);
    assertThat(named("هيفاء المقرن")).isEqualTo(1);
    assertThat(named("لمى الدخيل")).isEqualTo(1);
  }

  @Test
  void refusedRowsAreOfferedOnlyWhereThereAreSome() {
    var refused = desk.preview("clients", "الاسم;الجوال\n;0505557001\n");
    assertThat(desk.outcomes(refused)).isEqualTo(Map.of("failed", 1L));
    assertThat(desk.read(refused)).contains("Download the refused rows", "/failed.csv");
    var kept = desk.bring("clients", "الاسم;الجوال;رقم الهوية\nنوف الخالدي;0505557002;1070707579\n");
    assertThat(desk.outcomes(kept)).isEqualTo(Map.of("new", 1L));
    var gifts = "الاسم;الجوال;المبلغ;تاريخ التبرع\nنوف الخالدي;0505557002;100;2026-01-05\n";
    desk.bring("gifts", gifts);
    var again = desk.preview("gifts", gifts);
    assertThat(desk.outcomes(again)).isEqualTo(Map.of("skipped", 1L));
    assertThat(desk.read(again)).contains("none was refused").doesNotContain("Download the refused rows", "/failed.csv");
  }

  @Test
  void failedRowsAreMendedAndImportedAgain() {
    var address = desk.bring("clients", "الاسم;الجوال;عمود غريب\n=2+5 الاسم;0505550001;ق\nبشاير القرني;12;\"نص;بفاصل\"\n;0505550003;ب\nخالد\n", "save_as", "");
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 1L, "failed", 3L));
    var file = desk.open(address + "/failed.csv");
    assertThat(file).hasStatusOk().headers().hasValue("Content-Type", "text/csv;charset=UTF-8");
    var text = Registry.text(file);
    assertThat(text.lines().toList()).hasSize(4).satisfies(lines -> {
      assertThat(lines.getFirst()).isEqualTo("\uFEFFالاسم;الجوال;عمود غريب;Reason for refusal");
      assertThat(lines.get(1)).startsWith("بشاير القرني;12;\"نص;بفاصل\";").contains("الجوال: ");
      assertThat(lines.get(2)).startsWith(";0505550003;ب;");
      assertThat(lines.get(3)).startsWith("خالد;;;");
    });
    assertThat(db.sql("select count(*) from access.audit_entry where action = 'import.failed.export'").query(Long.class).single()).isEqualTo(1);
    var mended = desk.begin("clients", "failed.csv", text.replace(";12;", ";0505550002;").replace("\r\n;0505550003", "\r\nعهود القرني;0505550003").getBytes(StandardCharsets.UTF_8));
    assertThat(desk.proposed(mended)).hasSize(4).endsWith("").startsWith("name", "phone");
    desk.confirm(mended, desk.proposed(mended));
    desk.commit(mended);
    assertThat(desk.outcomes(mended)).isEqualTo(Map.of("new", 3L));
    assertThat(named("بشاير القرني") + named("عهود القرني")).isEqualTo(2);
  }

  @Test
  void rowsAreShownFiftyAtATime() {
    var list = new StringBuilder("الاسم,الجوال\n");
    for (int i = 0; i < 120; i++) {
      list.append("عميل رقم ").append(Integer.toString(i, 5).replace('0', 'ا').replace('1', 'ب').replace('2', 'ت').replace('3', 'ث').replace('4', 'ج')).append(",05066600").append("%02d".formatted(i % 100)).append("\n");
    }
    var address = desk.preview("clients", list.toString());
    var first = desk.read(address);
    assertThat(first).contains("after=51").doesNotContain("<span class=\"num\">52</span>");
    assertThat(desk.read(address + "?after=51")).contains("<span class=\"num\">52</span>", "after=101");
    assertThat(desk.read(address + "?after=101")).contains("<span class=\"num\">121</span>").doesNotContain("rel=\"next\"");
  }

  @Test
  void theWorkTellsHowFarItIsAndAsksForThePageWhenDone() {
    var address = desk.begin("clients", "الاسم\nسلمى\n");
    desk.send(address + "/columns", "field", "name");
    assertThat(desk.read(address)).contains("Reading the file and matching its rows", "<progress", "hx-trigger=\"every 1s\"", "aria-live=\"polite\"");
    assertThat(desk.open(address + "/progress")).hasStatusOk().doesNotContainHeader("HX-Refresh");
    desk.work(address);
    assertThat(desk.open(address + "/progress")).hasStatusOk().headers().hasValue("HX-Refresh", "true");
  }

  @Test
  void whoPressesTwiceOrTooLateSeesHowThingsStand() {
    var address = desk.bring("clients", "الاسم\nجواهر العنقري\n");
    assertThat(desk.send(address + "/commit")).hasStatus3xxRedirection().hasRedirectedUrl(address);
    assertThat(desk.send(address + "/abandonment")).hasStatus3xxRedirection().hasRedirectedUrl(address);
    assertThat(desk.send(address + "/columns", "field", "name")).hasStatus3xxRedirection().hasRedirectedUrl(address);
    assertThat(desk.read(address)).contains("1 row saved.");
    assertThat(named("جواهر العنقري")).isEqualTo(1);
  }

  @Test
  void anImportIsLeftBeforeAnythingIsSaved() {
    var address = desk.preview("clients", "الاسم\nوضحى الدوسري\n");
    desk.send(address + "/abandonment");
    assertThat(desk.read(address)).contains("left before anything of it was saved");
    assertThat(db.sql("select count(*) from constituents.import_file where import_id = ?").param(ImportDesk.id(address).value()).query(Long.class).single()).isZero();
    assertThat(named("وضحى الدوسري")).isZero();
  }

  @Test
  void onlyRegistrarsAndAdministratorsImport() {
    for (var role : List.of(Role.CASE_WORKER, Role.DIRECTOR, Role.DONOR_RELATIONS)) {
      assertThat(door.as(role).get("/imports")).hasStatus(403);
      assertThat(door.as(role).get("/clients")).bodyText().doesNotContain("href=\"/imports\"");
    }
    assertThat(door.as(Role.ADMINISTRATOR).get("/clients")).bodyText().contains("href=\"/imports\"");
    assertThat(door.as(Role.ADMINISTRATOR).get("/gifts")).bodyText().contains("href=\"/imports?kind=gifts\"");
  }

  private long named(String name) {
    return db.sql("select count(*) from constituents.party where display_name = ? and removed_at is null").param(name).query(Long.class).single();
  }
}
