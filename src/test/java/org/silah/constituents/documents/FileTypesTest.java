package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a file is, its content says; what it is called, and what its sender says of it, counts for nothing. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
class FileTypesTest {

  @Autowired FilingCabinet cabinet;
  @Autowired JdbcClient db;

  @Test
  void everyTypeThatACharityIsGivenIsKnownWhateverItIsCalled() {
    for (var one : Papers.oneOfEach().entrySet()) {
      var client = cabinet.client();
      var document = cabinet.add(client, "وثيقة.exe", one.getValue());
      assertThat(db.sql("select file_name from constituents.document where id = ?").param(document.value()).query(String.class).single()).isEqualTo("وثيقة." + one.getKey());
      var answer = cabinet.download(Role.CASE_WORKER, client, document);
      assertThat(answer).hasStatusOk();
      assertThat(answer.getResponse().getContentAsByteArray().length).isPositive();
    }
    assertThat(Papers.oneOfEach()).hasSameSizeAs(FileType.values());
  }

  @Test
  void whatIsNoDocumentIsRefusedInWordsThatHelp() {
    var refused = new LinkedHashMap<byte[], String>();
    refused.put(Papers.bytes("<svg xmlns=\"http://www.w3.org/2000/svg\">" + Papers.SCRIPT + "</svg>"), "web page");
    refused.put(Papers.bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "web page");
    refused.put(Papers.bytes("<!DOCTYPE html><html>" + Papers.SCRIPT + "</html>"), "web page");
    refused.put(Papers.bytes("\n\n   <img src=x onerror=alert(1)>"), "web page");
    refused.put(Papers.bytes("<!-- just a note --> hello " + Papers.SCRIPT), "web page");
    refused.put(Papers.bytes("#!/bin/sh\nrm -rf /\n"), "type of file");
    refused.put(Papers.joined(Papers.bytes("MZ"), new byte[500]), "type of file");
    refused.put(Papers.joined(Papers.bytes("\u007fELF"), new byte[500]), "type of file");
    refused.put(Papers.bytes("GIF89a\1\0\1\0\0\0\0;"), "type of file");
    refused.put(Papers.joined(new byte[] {0, 0, 0, 24}, Papers.bytes("ftypheic\0\0\0\0mif1heic"), new byte[100]), "HEIC");
    refused.put(Papers.joined(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, new byte[600]), "old Office file");
    refused.put(Papers.joined(new byte[] {0, 0, 0, 24}, Papers.bytes("ftypisom\0\0\2\0isommp41"), new byte[100]), "films");
    refused.put(Papers.zip("readme.txt", "hello"), "archive");
    refused.put(Papers.zip("META-INF/MANIFEST.MF", "Main-Class: Evil"), "archive");
    refused.put(Papers.zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>", "word/vbaProject.bin", "x"), "macro");
    refused.put(Papers.zip("[Content_Types].xml", "<Types/>", "word/document.xml", " ".repeat(80_000_000)), "larger than is allowed");
    refused.forEach((file, why) -> {
      var client = cabinet.client();
      for (var name : new String[] {"photo.png", "report.pdf", "plain"}) {
        var answer = cabinet.add(Role.CASE_WORKER, client, Map.of(name, file));
        assertThat(answer).hasStatus(422);
        assertThat(FilingCabinet.mistakes(answer)).singleElement().asString().contains(why);
      }
      assertThat(cabinet.count(client)).isZero();
    });
  }

  @Test
  void aPictureThatIsAlsoAWebPageOrAnArchiveIsOnlyAPictureAfterwards() {
    var client = cabinet.client();
    var archive = Papers.zip("evil.txt", "evil");
    var both = Papers.joined(Papers.photograph(40, 40, 1), archive);
    var answer = cabinet.download(Role.CASE_WORKER, client, cabinet.add(client, "both.html", both));
    assertThat(answer).hasContentType("image/jpeg");
    assertThat(Papers.contains(answer.getResponse().getContentAsByteArray(), Papers.bytes("<script>"))).isFalse();
    assertThat(Papers.contains(answer.getResponse().getContentAsByteArray(), archive)).isFalse();
  }

  @Test
  void aPdfThatIsAlsoAWebPageLeavesAsAPdfToBeSaved() {
    var client = cabinet.client();
    var both = Papers.joined(Papers.pdf("Lease"), Papers.bytes("<html>" + Papers.SCRIPT + "</html>"));
    var answer = cabinet.download(Role.CASE_WORKER, client, cabinet.add(client, "both.html", both));
    assertThat(answer).hasContentType("application/pdf").hasHeader("X-Content-Type-Options", "nosniff");
    assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;").doesNotContain(".html");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "../../../etc/passwd|passwd.pdf", "C:\\Users\\maha\\هوية.jpg|هوية.pdf", "report.pdf.exe|report.pdf", "..|document.pdf", ".htaccess|htaccess.pdf",
      "name with \"quotes\" <b>.pdf|name with quotes b.pdf", "تقرير 2026.11.pdf|تقرير 2026.pdf", "a\u202Efdp.exe|afdp.pdf", "صورة|صورة.pdf", "'   '|document.pdf"})
  void aNameBecomesOneThatIsSafeEverywhere(String sent, String kept) {
    var document = cabinet.add(cabinet.client(), sent, Papers.pdf("x"));
    assertThat(db.sql("select file_name from constituents.document where id = ?").param(document.value()).query(String.class).single()).isEqualTo(kept);
  }

  @Test
  void aFileLargerThanAllowedIsRefusedBesideItsField() {
    var client = cabinet.client();
    var large = Papers.joined(Papers.pdf("Large"), new byte[21 * 1024 * 1024]);
    var answer = cabinet.add(Role.CASE_WORKER, client, Map.of("large.pdf", large));
    assertThat(answer).hasStatus(422);
    assertThat(FilingCabinet.mistakes(answer)).containsExactly("The file is larger than 20 MB.");
  }
}
