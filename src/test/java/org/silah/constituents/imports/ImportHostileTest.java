package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.constituents.Registry;
import org.silah.kernel.PersonName;
import org.silah.kernel.PlainCell;
import org.silah.kernel.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a list holds is kept and shown as it is, and does nothing; formulas come back as they were by way of any export. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ImportHostileTest {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Z}\\p{M}\\u115F\\u1160\\u3164\\uFFA0\\u2800&&[^\\u0600-\\u0605\\u06DD\\u070F\\u08E2]]*");

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @Test
  void hostileNamesAreImportedAsTheyAre() throws IOException {
    var strings = new ArrayList<>(List.of(new JsonMapper().readValue(Files.readString(SharedData.path("csv/naughty_strings.json")), String[].class)));
    var kept = new LinkedHashSet<String>();
    var list = new StringWriter();
    try (var csv = CsvWriter.builder().build(list)) {
      csv.writeRecord("الاسم", "رقم الملف");
      int number = 0;
      for (var string : strings) {
        var name = string.replace("\u0000", "");
        if (string.equals(name) && !INVISIBLE.matcher(PersonName.clean(PlainCell.plain(name))).matches() && name.codePointCount(0, name.length()) <= 500) {
          csv.writeRecord(name, "N" + number++);
          kept.add(PersonName.clean(PlainCell.plain(name.strip())));
        }
      }
    }
    var address = desk.begin("clients", "naughty.csv", list.toString().getBytes(StandardCharsets.UTF_8));
    desk.confirm(address, List.of("name", "branch_file"));
    assertThat(desk.problems(address)).isEmpty();
    String page = address;
    for (int after = 0; after < 600; after += 50) {
      page = desk.read(address + "?after=" + after);
      assertThat(page).doesNotContain("<script>alert", "<img src=x", "\" onmouseover=\"");
    }
    desk.commit(address);
    assertThat(names(address)).containsAll(kept);
    assertThat(desk.open(address)).hasStatusOk();
    assertThat(desk.open("/clients?order=newest")).hasStatusOk();
  }

  @Test
  void formulasSurviveTheFileOfFailedRowsAndTheExport() throws IOException {
    var payloads = new JsonMapper().readTree(Files.readString(SharedData.path("csv/csv_formula_payloads.json")));
    var names = new ArrayList<String>();
    payloads.get("dangerous").forEach(one -> names.add(one.stringValue()));
    payloads.get("must_not_be_broken").forEach(one -> names.add(one.stringValue()));
    names.addAll(List.of("＝1+1", "＠SUM(1)", "'quoted'", "O'Brien", "1-2"));
    var list = new StringWriter();
    try (var csv = CsvWriter.builder().build(list)) {
      csv.writeRecord("الاسم", "الجوال", "رقم الملف");
      for (int i = 0; i < names.size(); i++) {
        csv.writeRecord(names.get(i), "12", "F" + i);
      }
    }
    var fields = List.of("name", "phone", "branch_file");
    var failing = desk.begin("clients", "formulas.csv", list.toString().getBytes(StandardCharsets.UTF_8));
    desk.confirm(failing, fields);
    assertThat(desk.outcomes(failing)).containsOnlyKeys("failed");
    var text = Registry.text(desk.open(failing + "/failed.csv"));
    try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(text.substring(1))) {
      rows.forEach(row -> assertThat(row.getFields()).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r＝＋－＠].*")));
    }
    var mended = desk.begin("clients", "failed.csv", text.replace(",12,", ",,").getBytes(StandardCharsets.UTF_8));
    assertThat(desk.proposed(mended)).isEqualTo(List.of("name", "phone", "branch_file", ""));
    desk.confirm(mended, desk.proposed(mended));
    desk.commit(mended);
    assertThat(names(mended)).containsExactlyInAnyOrderElementsOf(names.stream().map(PersonName::clean).toList());
    var export = Registry.text(desk.open("/clients/export?order=newest"));
    var back = desk.begin("clients", "export.csv", export.getBytes(StandardCharsets.UTF_8));
    desk.confirm(back, desk.proposed(back).stream().map(field -> field.equals("name") ? field : "").toList());
    assertThat(staged(back)).containsAll(names.stream().map(PersonName::clean).toList());
  }

  private List<String> names(String address) {
    return db.sql("select display_name from constituents.party where import_id = ?").param(ImportDesk.id(address).value()).query(String.class).list();
  }

  private List<String> staged(String address) {
    return db.sql("select display_name from constituents.import_staged where import_id = ?").param(ImportDesk.id(address).value()).query(String.class).list();
  }
}
