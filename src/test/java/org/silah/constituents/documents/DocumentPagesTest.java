package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silah.Charities;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case worker keeps what a family brings. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
class DocumentPagesTest {

  @Autowired FilingCabinet cabinet;
  @Autowired JdbcClient db;

  @Test
  void aLeaseIsAddedShownAndComesBackAsItWas() throws Exception {
    var client = cabinet.client();
    var lease = Papers.pdf("Lease");
    var document = cabinet.add(client, "عقد الإيجار.pdf", lease, "kind", "lease", "title", "عقد إيجار شقة النسيم", "expires", "1448/12/29", "note", "الأصل عند المالك");
    assertThat(cabinet.profile(Role.REGISTRAR, client)).contains("عقد إيجار شقة النسيم", "Lease", "Expires", "Document added (Lease): عقد إيجار شقة النسيم");
    var answer = cabinet.download(Role.REGISTRAR, client, document);
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(lease);
    assertThat(Files.readAllBytes(kept(cabinet.sha256(document)))).isEqualTo(lease);
    assertThat(cabinet.audit(client)).extracting(FilingCabinet.Entry::action).containsExactly("client.document.add", "client.document.download");
    assertThat(cabinet.audit(client).getFirst().detail()).contains("\"kind\":\"lease\"", "عقد إيجار شقة النسيم", cabinet.sha256(document));
  }

  @Test
  void aFileLeavesAsAnAttachmentOfWhichABrowserRunsNothing() {
    var client = cabinet.client();
    var answer = cabinet.download(Role.DIRECTOR, client, cabinet.add(client, "صورة الهوية.pdf", Papers.pdf("Identity")));
    assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;")
        .contains("filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9%20%D8%A7%D9%84%D9%87%D9%88%D9%8A%D8%A9.pdf");
    assertThat(answer).hasHeader("X-Content-Type-Options", "nosniff").hasHeader("Cache-Control", "no-store");
    assertThat(answer.getResponse().getHeader("Content-Security-Policy")).startsWith("sandbox;").contains("default-src 'none'");
  }

  @Test
  void severalFilesComeAtOnceEachUnderItsOwnName() {
    var client = cabinet.client();
    var files = new TreeMap<>(Map.of("هوية الأب.pdf", Papers.pdf("Father"), "هوية الأم.pdf", Papers.pdf("Mother"), "سجل الأسرة.png", Papers.picture("png", 40, 40)));
    assertThat(cabinet.add(Role.CASE_WORKER, client, files, "title", "one title fits none")).hasStatus(302);
    assertThat(cabinet.profile(Role.CASE_WORKER, client)).contains("هوية الأب", "هوية الأم", "سجل الأسرة", "3 documents").doesNotContain("one title fits none");
    assertThat(cabinet.audit(client)).filteredOn(entry -> entry.action().equals("client.document.add")).hasSize(3);
  }

  @Test
  void oneFileThatIsRefusedKeepsTheOthersOutAndIsNamed() {
    var client = cabinet.client();
    var files = new TreeMap<>(Map.of("good.pdf", Papers.pdf("Good"), "page.pdf", "<html>hello</html>".getBytes(StandardCharsets.UTF_8)));
    var answer = cabinet.add(Role.CASE_WORKER, client, files, "title", "كما كُتب");
    assertThat(answer).hasStatus(422);
    assertThat(FilingCabinet.mistakes(answer)).singleElement().asString().contains("page.pdf", "This is a web page or a program").doesNotContain("good.pdf");
    assertThat(Browser.body(answer)).contains("كما كُتب");
    assertThat(cabinet.count(client)).isZero();
  }

  @Test
  void mistakesStandBesideTheirFieldsAndNothingIsKept() {
    var client = cabinet.client();
    var none = cabinet.as(Role.CASE_WORKER).post("/clients/" + client + "/documents", "kind", "other");
    assertThat(none).hasStatus(422);
    assertThat(FilingCabinet.mistakes(none)).containsExactly("Choose at least one file.");
    var all = cabinet.add(Role.CASE_WORKER, client, Map.of("a.pdf", Papers.pdf("A")), "kind", "spaceship", "expires", "غدًا", "title", "ع".repeat(201), "who", "roles", "note", "م".repeat(1001));
    assertThat(all).hasStatus(422);
    assertThat(FilingCabinet.mistakes(all)).hasSize(5);
    assertThat(FilingCabinet.mistakes(cabinet.add(Role.CASE_WORKER, client, Map.of("a.pdf", Papers.pdf("A")), "who", "roles", "viewers", "king")))
        .containsExactly("Choose one of the list.");
    assertThat(FilingCabinet.mistakes(cabinet.add(Role.CASE_WORKER, client, Map.of("a.pdf", new byte[0])))).containsExactly("The file is empty.");
    assertThat(cabinet.count(client)).isZero();
    assertThat(cabinet.add(Role.CASE_WORKER, new org.silah.constituents.PartyId(UUID.randomUUID()), Map.of("a.pdf", Papers.pdf("A")))).hasStatus(404);
  }

  @Test
  void whatIsSaidOfADocumentCanBeMended() {
    var client = cabinet.client();
    var document = cabinet.add(client, "scan.pdf", Papers.pdf("Scan"), "expires", "2026-12-01");
    var path = FilingCabinet.path(client, document);
    assertThat(cabinet.as(Role.CASE_WORKER).post(path, "kind", "passport", "title", "", "who", "everyone")).hasStatus(422);
    assertThat(cabinet.as(Role.CASE_WORKER).post(path, "kind", "passport", "title", "جواز السفر", "expires", "", "who", "roles", "viewers", "case_worker", "viewers", "director")).hasStatus(302);
    assertThat(Browser.body(cabinet.as(Role.DIRECTOR).get(path))).contains("جواز السفر", "Copy of passport", "Case worker");
    assertThat(cabinet.as(Role.REGISTRAR).get(path)).hasStatus(404);
    assertThat(cabinet.as(Role.CASE_WORKER).post(path, "kind", "passport", "title", "جواز السفر", "expires", "", "who", "roles", "viewers", "case_worker", "viewers", "director")).hasStatus(302);
    assertThat(cabinet.audit(client)).extracting(FilingCabinet.Entry::action).containsExactly("client.document.add", "client.document.change");
    assertThat(cabinet.audit(client).getLast().detail()).contains("\"expires_on\":\"2026-12-01\"", "\"viewers\":[\"case_worker\",\"director\"]").doesNotContain("جواز السفر");
  }

  @Test
  void aDocumentIsTakenBackWithItsReason() {
    var client = cabinet.client();
    var document = cabinet.add(client, "wrong.pdf", Papers.pdf("Wrong"), "title", "وثيقة لغيره");
    var path = FilingCabinet.path(client, document);
    assertThat(cabinet.as(Role.CASE_WORKER).post(path + "/withdrawal", "reason", " ")).hasStatus(422);
    assertThat(cabinet.as(Role.CASE_WORKER).post(path + "/withdrawal", "reason", "أُضيفت إلى غير صاحبها")).hasStatus(302);
    assertThat(cabinet.profile(Role.DIRECTOR, client)).contains("Document taken back (Other document): وثيقة لغيره", "أُضيفت إلى غير صاحبها", "No documents in this file yet.");
    for (var beyond : List.of("", "/file", "/thumbnail")) {
      assertThat(cabinet.as(Role.CASE_WORKER).get(path + beyond)).hasStatus(404);
    }
    assertThat(cabinet.as(Role.CASE_WORKER).post(path + "/withdrawal", "reason", "again")).hasStatus(404);
    assertThat(cabinet.audit(client).getLast()).satisfies(entry -> assertThat(entry.action()).isEqualTo("client.document.take-back"))
        .satisfies(entry -> assertThat(entry.detail()).contains("أُضيفت إلى غير صاحبها"));
  }

  @Test
  void theClientCountsAsChangedWithEachDocument() {
    var client = cabinet.client();
    var before = changedAt(client);
    cabinet.add(client, "a.pdf", Papers.pdf("A"));
    assertThat(changedAt(client)).isAfter(before);
  }

  private java.time.Instant changedAt(org.silah.constituents.PartyId client) {
    return db.sql("select updated_at from constituents.party where id = ?").param(client.value()).query((row, _) -> row.getTimestamp(1).toInstant()).single();
  }

  private static java.nio.file.Path kept(String sha256) {
    return Charities.folder().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }
}
