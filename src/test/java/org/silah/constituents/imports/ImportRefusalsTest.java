package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Input that is not what it claims is refused with its reason, and nothing of it is kept. */
@Charity(fresh = true)
@SpringBootTest(properties = {"silah.import.csv=1MB", "silah.import.xlsx=200KB", "silah.import.rows=1000"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class ImportRefusalsTest {

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  @Test
  void whatIsNoTableIsRefusedByWhatItIsNotByItsName() {
    refused("list.csv", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8), "This is a PDF");
    refused("list.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13}, "no table but another kind of file");
    refused("list.csv", new byte[] {(byte) 0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, "no table but another kind of file");
    refused("list.csv", withNul(), "no table but another kind of file");
    refused("list.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, "old Excel file");
    refused("list.xlsx", "<html><table><tr><td>الاسم".getBytes(StandardCharsets.UTF_8), "This is a web page");
  }

  @Test
  void aFileWithoutRowsIsRefused() {
    refused("list.csv", new byte[0], "The file is empty");
    refused("list.csv", "\n\n;;;\n".getBytes(StandardCharsets.UTF_8), "The file is empty");
    refused("list.csv", "الاسم;الجوال;المدينة\n".getBytes(StandardCharsets.UTF_8), "no row below the headers");
    refused("list.xlsx", ImportDesk.workbook(List.of(List.of("الاسم", "الجوال"))), "no row below the headers");
    refused("list.xlsx", ImportDesk.workbook(List.of()), "The file is empty");
  }

  @Test
  void aDamagedFileIsRefused() {
    var damaged = "\uFEFFالاسم\nسعد\n".getBytes(StandardCharsets.UTF_8);
    damaged[damaged.length - 2] = (byte) 0xFF;
    refused("list.csv", damaged, "marked as UTF-8 but holds what is not");
    var workbook = ImportDesk.workbook(List.of(List.of("الاسم"), List.of("سعد")));
    refused("list.xlsx", Arrays.copyOf(workbook, workbook.length / 2), "cannot be opened");
    refused("list.xlsx", zip(Map.of("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8))), "cannot be opened");
    refused("list.csv", ("الاسم,ملاحظة\n\"سعد,لا نهاية\n" + "س".repeat(400_000)).getBytes(StandardCharsets.UTF_8), null);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    refused("list.csv", ("الاسم\n" + "سعد\n".repeat(200_000)).getBytes(StandardCharsets.UTF_8), "larger than 1 MB");
    var header = new StringBuilder("الاسم");
    for (int i = 0; i < 300; i++) {
      header.append(",c").append(i);
    }
    refused("list.csv", (header + "\nسعد\n").getBytes(StandardCharsets.UTF_8), "more than 200 columns");
  }

  @Test
  void aWorkbookThatSwellsOrAsksForFilesIsRefused() throws IOException {
    var good = ImportDesk.workbook(List.of(List.of("الاسم", "الجوال"), List.of("سعد", "0501234567")));
    refused("bomb.xlsx", with(good, "xl/worksheets/sheet1.xml", swelling(64 << 20)), "parts that swell");
    refused("bomb.xlsx", with(good, "xl/sharedStrings.xml", swelling(64 << 20)), "parts that swell");
    refused("xxe.xlsx", with(good, "xl/sharedStrings.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst><si><t>&f;</t></si></sst>".getBytes(StandardCharsets.UTF_8)), "point outside");
    refused("outside.xlsx", with(good, "../../evil.xml", "<x/>".getBytes(StandardCharsets.UTF_8)), "point outside");
    assertThat(desk.begin("clients", "good.xlsx", good)).startsWith("/imports/");
  }

  @Test
  void aListThatIsNoListStopsAtItsColumns() {
    var address = desk.begin("clients", "notes.txt", "hello world\nthis is, a letter\nand no list\n".getBytes(StandardCharsets.UTF_8));
    assertThat(desk.confirm(address, java.util.Collections.nCopies(desk.proposed(address).size(), ""))).hasStatus(422).bodyText().contains("A column is missing");
    assertThat(desk.outcomes(address)).isEmpty();
  }

  @Test
  void aFileThatTurnsOutTooLongWhileReadStopsAndNothingStays() {
    var address = desk.preview("clients", "الاسم\n" + "سعد\n".repeat(1_500));
    assertThat(desk.read(address)).contains("more than 1,000 rows", "Nothing of this file was saved.", "stopped");
    assertThat(desk.outcomes(address)).isEmpty();
    assertThat(kept()).isZero();
  }

  @Test
  void withoutAFileOrWithAKindNobodyKnowsTheFormComesBack() {
    desk.read("/imports");
    assertThat(desk.send("/imports", "kind", "clients")).hasStatus(422).bodyText().contains("Choose the file first.");
    assertThat(desk.handIn("secrets", "list.csv", "الاسم\nسعد\n".getBytes(StandardCharsets.UTF_8))).hasStatus(422).bodyText().contains("Choose one of the list.");
  }

  @Test
  void anAddressThatIsNoImportIsNotFound() {
    assertThat(desk.open("/imports/x")).hasStatus(404);
    assertThat(desk.open("/imports/01a2037e-4b62-7165-9097-1d933f226da2")).hasStatus(404);
    assertThat(desk.open("/imports/01a2037e-4b62-7165-9097-1d933f226da2/failed.csv")).hasStatus(404);
  }

  /** @param reason null if it is told only once the file is read */
  private void refused(String name, byte[] bytes, String reason) {
    var before = kept();
    var answer = desk.handIn("clients", name, bytes);
    if (reason == null && answer.getResponse().getRedirectedUrl() != null) {
      var address = answer.getResponse().getRedirectedUrl();
      desk.confirm(address, desk.proposed(address));
      assertThat(desk.outcomes(address)).doesNotContainKeys("new", "joined");
      return;
    }
    assertThat(answer).as(name).hasStatus(422).bodyText().contains("id=\"file-error\"", reason == null ? "" : reason);
    assertThat(kept()).as(name).isEqualTo(before);
  }

  private long kept() {
    return db.sql("select (select count(*) from constituents.import_file) + (select count(*) from constituents.import_staged)").query(Long.class).single();
  }

  private static byte[] withNul() {
    return "الاسم\nسعد\u0000\n".getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] swelling(int size) {
    var xml = new byte[size];
    Arrays.fill(xml, (byte) ' ');
    return xml;
  }

  private static byte[] with(byte[] workbook, String part, byte[] content) throws IOException {
    var parts = new java.util.LinkedHashMap<String, byte[]>();
    try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder().setByteArray(workbook).get()) {
      for (var entry : java.util.Collections.list(zip.getEntries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    parts.put(part, content);
    return zip(parts);
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : new ArrayList<>(parts.entrySet())) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
