package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.access.Branches;
import org.silah.FrontDoor;
import org.silah.kernel.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists as branches keep them: whatever program wrote them, they are read as they were meant. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ImportedListsTest {

  @Autowired ImportDesk desk;
  @Autowired Branches branches;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @ValueSource(strings = {"branch_list_windows-1256.csv", "branch_list_utf8_bom.csv"})
  void theListsOfTwoBranchesBecomeClientsAndGifts(String file) throws IOException {
    var bytes = Files.readAllBytes(SharedData.path("csv/" + file));
    var clients = desk.begin("clients", file, bytes);
    assertThat(desk.proposed(clients)).containsExactly("branch_file", "name", "phone", "city", "", "", "");
    var branch = branches.add(file.substring(0, file.length() - 4).replace('_', '-'), file + " ع", file);
    desk.confirm(clients, desk.proposed(clients), "branch", branch.id().toString());
    desk.commit(clients);
    assertThat(desk.outcomes(clients).keySet()).isSubsetOf("new", "joined");
    var gifts = desk.begin("gifts", file, bytes);
    assertThat(desk.proposed(gifts)).containsExactly("branch_file", "name", "phone", "city", "amount", "given_on", "purpose");
    desk.confirm(gifts, desk.proposed(gifts), "branch", branch.id().toString());
    assertThat(desk.read(gifts)).contains("together 26,750.50", "1,250.50", "18 February 2026", "5 March 2026", "Zakat");
    desk.commit(gifts);
    assertThat(desk.outcomes(gifts)).isEqualTo(Map.of("joined", 3L));
    assertThat(db.sql("""
        select p.display_name || ' ' || k.e164 || ' ' || i.number || ' ' || g.amount_minor || ' ' || g.given_on || ' ' || g.purpose
        from giving.gift g
        join constituents.party p on p.id = g.party_id
        join constituents.phone k on k.party_id = p.id
        join constituents.identity i on i.party_id = p.id and i.kind = 'branch_file' and i.issuer = ?
        where g.import_id = ?
        order by g.import_row""").params(branch.code(), ImportDesk.id(gifts).value()).query(String.class).list()).containsExactly(
            "أحمد بن عبد الله الغامدي +966501234567 1001 50000 2026-02-18 zakat",
            "فاطمه محمد القحطاني +966557654321 1002 125050 2026-03-05 kafala",
            "مؤسسة النور الخيرية +966112345678 1003 2500000 2026-03-05 project");
    assertThat(desk.read(gifts)).contains("href=\"/gifts/");
    desk.undo(gifts);
    desk.undo(clients);
  }

  @Test
  void whatAListBringsIsCountedForTheSearch() {
    var list = desk.begin("clients", "list.csv", "الاسم,الجوال\nشهرزاد المرزوقي,0559900001\nشهرزاد البلوي,0559900002\n".getBytes(StandardCharsets.UTF_8));
    desk.confirm(list, desk.proposed(list));
    desk.commit(list);
    assertThat(db.sql("select bearers from constituents.name_word where word = 'شهرزاد'").query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void wordsThatNobodyBearsAnyMoreAreCountedAsSuchWithTheNextList() {
    var list = desk.bring("clients", "الاسم;الجوال\nسفرجلة المرزوقي;0559900003\n");
    desk.undo(list);
    desk.bring("clients", "الاسم;الجوال\nسوسن المرزوقي;0559900004\n");
    assertThat(db.sql("select bearers from constituents.name_word where word = 'سفرجله'").query(Long.class).single()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {
      "UTF-8 , 0501", "UTF-8 ; 0502", "UTF-8 | 0503", "UTF-8 TAB 0504", "windows-1256 , 0505", "windows-1256 ; 0506", "windows-1256 TAB 0507",
      "ISO-8859-6 ; 0508", "UTF-16LE TAB 0509", "UTF-16BE ; 0533"})
  void everyEncodingAndDelimiterIsFound(String encoding, String sign, String prefix) {
    var charset = Charset.forName(encoding);
    var list = (encoding.startsWith("UTF-16") ? "\uFEFF" : "") + """
        الاسم;رقم الجوال;المدينة;ملاحظات
        عبد العزيز بن محمد العجلان;%s700001;مكة المكرمة;يحضر المناسبات
        "ضحى، وأختها";%s700002;الأحساء;
        """.formatted(prefix, prefix);
    var address = desk.begin("clients", "list.csv", list.replace(";", sign.equals("TAB") ? "\t" : sign).getBytes(charset));
    assertThat(desk.proposed(address)).containsExactly("name", "phone", "city", "note");
    desk.confirm(address, desk.proposed(address));
    desk.commit(address);
    assertThat(names(address)).containsExactly("عبد العزيز بن محمد العجلان", "ضحى، وأختها");
    assertThat(db.sql("select e164 from constituents.phone where import_id = ? order by e164").param(ImportDesk.id(address).value()).query(String.class).list())
        .containsExactly("+966" + prefix.substring(1) + "700001", "+966" + prefix.substring(1) + "700002");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "الاسم الكامل,رقم الجوال,البريد الالكتروني,الهوية الوطنية,تاريخ الميلاد,الجنسية,المدينة",
      "Full Name,Mobile Number,E-mail Address,National ID,Date of Birth,Nationality,City",
      "FULL NAME , mobile_number,email,national id number,DOB,nationality,CITY"})
  void columnsAreProposedByTheirHeadersInBothLanguages(String headers) {
    var address = desk.begin("clients", headers + "\nنورة سعد,0551234000,n@example.org,1098765432,1410/05/03,سعودية,جدة\n");
    assertThat(desk.proposed(address)).containsExactly("name", "phone", "email", "national_id", "birth_on", "nationality", "city");
  }

  @Test
  void numbersAndDaysAreReadInEveryWayPeopleWriteThem() {
    var address = desk.bring("clients", """
        الاسم,الجوال,الهوية,تاريخ الميلاد
        أروى ناصر,٠٥٥٩٩٩٠٠٠١,١٠٩٩٩٩٩٠٠١,١٤٠٥/٠٢/٠٩
        رهف ناصر,۰۵۵۹۹۹۰۰۰۲,۱۰۹۹۹۹۹۰۰۲,1984-11-02
        شهد ناصر,559990003.0,1099999003.0,02/11/1984
        غلا ناصر,966559990004,1099999004,9 صفر 1405
        لين ناصر,00966 55 999 0005,1099999005,
        جود ناصر,5.5999E+08,1099999006,
        ديم ناصر,0559990007 / 0559990008,,
        """);
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 6L, "failed", 1L));
    assertThat(desk.problems(address)).containsExactly("kernel.phone.scientific");
    assertThat(desk.read(address + "?show=failed")).contains("5.5999E+08");
    assertThat(db.sql("""
        select p.display_name || ' ' || coalesce(p.birth_on::text, '-') || ' ' || coalesce(i.number, '-') || ' ' || string_agg(k.e164, '/' order by k.e164)
        from constituents.party p
        left join constituents.identity i on i.party_id = p.id
        join constituents.phone k on k.party_id = p.id
        where p.import_id = ?
        group by p.id, i.number
        order by min(k.e164)""").param(ImportDesk.id(address).value()).query(String.class).list()).containsExactly(
            "أروى ناصر 1984-11-02 1099999001 +966559990001",
            "رهف ناصر 1984-11-02 1099999002 +966559990002",
            "شهد ناصر 1984-11-02 1099999003 +966559990003",
            "غلا ناصر 1984-11-02 1099999004 +966559990004",
            "لين ناصر - 1099999005 +966559990005",
            "ديم ناصر - - +966559990007/+966559990008");
  }

  @Test
  void amountsAreReadWithTheirSeparatorsAndEachFailsWithItsOwnReason() {
    var address = desk.preview("gifts", """
        الاسم;المبلغ;تاريخ التبرع
        هتون;١٬٢٥٠٫٥٠;1447/09/01
        هتون;1,250.50;1447/09/02
        هتون;1250,5;1447/09/03
        هتون;1 250;1447/09/04
        هتون;12.345;1447/09/05
        هتون;صفر;1447/09/06
        هتون;100;1447/13/01
        هتون;100;
        """);
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 1L, "repeats", 3L, "failed", 4L));
    assertThat(desk.read(address)).contains("4 gifts, together 5,001.50");
    assertThat(desk.read(address + "?show=failed")).contains("at most 2 decimals", "“<bdi>12.345</bdi>”", "“<bdi>1447/13/01</bdi>”", "The cell is empty but must not be.");
  }

  @Test
  void workbooksAreReadAsAPersonSeesThem() {
    var rows = new ArrayList<List<Object>>();
    rows.add(List.of("قائمة المتبرعين", "", ""));
    rows.add(List.of("الاسم", "الجوال", "المبلغ", "تاريخ التبرع"));
    rows.add(List.of("حصة العبيد", 559881001L, 1250.5, LocalDate.of(2026, 3, 5)));
    rows.add(List.of("مشاعل العبيد", "0559881002", "١٬٠٠٠", "1447/09/16"));
    var address = desk.begin("gifts", "قائمة.xlsx", ImportDesk.workbook(rows));
    assertThat(desk.proposed(address)).containsExactly("name", "phone", "amount", "given_on");
    desk.confirm(address, desk.proposed(address));
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 2L));
    desk.commit(address);
    assertThat(db.sql("select amount_minor || ' ' || given_on from giving.gift where import_id = ? order by import_row")
        .param(ImportDesk.id(address).value()).query(String.class).list()).containsExactly("125050 2026-03-05", "100000 2026-03-05");
    assertThat(desk.read(address)).contains("<span class=\"num\">3</span>", "<span class=\"num\">4</span>");
  }

  /** As small programs write it: the format asks for a workbook and a sheet, and for nothing that says how cells look. */
  @Test
  void aWorkbookNeedNotSayHowItsCellsLook() throws IOException {
    var list = ImportDesk.workbook(List.of(List.of("الاسم", "الجوال"), List.of("شيخة بنت راشد الدوسري", "0559881003")));
    var bytes = new ByteArrayOutputStream();
    try (var parts = ZipFile.builder().setByteArray(list).get(); var plain = new ZipOutputStream(bytes)) {
      for (var part : Collections.list(parts.getEntries())) {
        if (!part.getName().endsWith("styles.xml")) {
          plain.putNextEntry(new ZipEntry(part.getName()));
          parts.getInputStream(part).transferTo(plain);
        }
      }
    }
    var address = desk.begin("clients", "قائمة.xlsx", bytes.toByteArray());
    desk.confirm(address, desk.proposed(address));
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 1L));
  }

  @Test
  void quotedCellsHoldWhateverTheyHold() throws IOException {
    for (var file : List.of("comma_in_quotes", "escaped_quotes", "newlines", "newlines_crlf", "quotes_and_newlines", "utf8", "simple_crlf")) {
      var bytes = Files.readAllBytes(SharedData.path("csv/csv-spectrum/csvs/" + file + ".csv"));
      var address = desk.begin("clients", file + ".csv", bytes);
      var width = desk.proposed(address).size();
      var fields = new ArrayList<String>(Collections.nCopies(width, ""));
      fields.set(0, "name");
      desk.confirm(address, fields);
      assertThat(desk.outcomes(address)).as(file).doesNotContainKey("failed").isNotEmpty();
    }
  }

  @Test
  void aPreviewWritesNothing() {
    var before = everything();
    var address = desk.preview("gifts", "الاسم;الجوال;المبلغ;تاريخ التبرع\nجوري سالم;0558880001;70;2026-01-01\n");
    assertThat(desk.outcomes(address)).isEqualTo(Map.of("new", 1L));
    assertThat(everything()).isEqualTo(before);
  }

  private List<String> everything() {
    return List.of("constituents.party", "constituents.phone", "constituents.identity", "constituents.name_rotation", "constituents.party_role", "giving.gift",
        "giving.donor_summary").stream().flatMap(table -> desk.content(table).stream()).toList();
  }

  private List<String> names(String address) {
    return db.sql("select display_name from constituents.party where import_id = ? order by id").param(ImportDesk.id(address).value()).query(String.class).list();
  }
}
