package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** A medical report is for those who decide about help. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
class WhoMaySeeTest {

  private static final String TITLE = "تقرير طبي عن القلب";

  @Autowired FilingCabinet cabinet;

  @Test
  void whatIsSensitiveIsSeenByFewUnlessSomebodySaysOtherwise() {
    var client = cabinet.client();
    var document = cabinet.add(client, "report.pdf", Papers.pdf("Heart"), "kind", "medical_report", "title", TITLE);
    for (var role : List.of(Role.CASE_WORKER, Role.DIRECTOR, Role.ADMINISTRATOR)) {
      assertThat(cabinet.profile(role, client)).as(role.code()).contains(TITLE);
      assertThat(cabinet.download(role, client, document)).hasStatusOk();
    }
    for (var role : List.of(Role.REGISTRAR, Role.DONOR_RELATIONS)) {
      assertHidden(role, client, document);
    }
    var open = cabinet.add(client, "report.pdf", Papers.pdf("Teeth"), "kind", "medical_report", "title", "تقرير للجميع", "who", "everyone");
    assertThat(cabinet.download(Role.DONOR_RELATIONS, client, open)).hasStatusOk();
    var plain = cabinet.add(client, "x.pdf", Papers.pdf("Other"), "kind", "other", "title", "وثيقة عادية");
    assertThat(cabinet.download(Role.DONOR_RELATIONS, client, plain)).hasStatusOk();
  }

  @Test
  void chosenRolesAreMeantExactly() {
    var client = cabinet.client();
    var document = cabinet.add(Role.REGISTRAR, client, "photo.png", Papers.picture("png", 50, 50), "title", TITLE, "who", "roles", "viewers", "director");
    assertThat(cabinet.download(Role.DIRECTOR, client, document)).hasStatusOk();
    assertThat(cabinet.as(Role.DIRECTOR).get(FilingCabinet.path(client, document) + "/thumbnail")).hasStatusOk();
    for (var role : List.of(Role.REGISTRAR, Role.ADMINISTRATOR, Role.CASE_WORKER, Role.DONOR_RELATIONS)) {
      assertHidden(role, client, document);
    }
  }

  @Test
  void whoAddsWhatHeMayNotSeeIsTold() {
    var client = cabinet.client();
    var maha = cabinet.as(Role.REGISTRAR);
    var answer = maha.upload("/clients/" + client + "/documents", "file", Map.of("a.pdf", Papers.pdf("A")), "kind", "medical_report", "title", TITLE);
    assertThat(answer).hasStatus(302);
    assertThat(answer).flash().extractingByKey("notice").asString().contains("your role is not among them");
  }

  @Test
  void atAnotherClientADocumentIsNotFound() {
    var document = cabinet.add(cabinet.client(), "a.pdf", Papers.pdf("A"));
    assertThat(cabinet.download(Role.CASE_WORKER, cabinet.client(), document)).hasStatus(404);
  }

  @Test
  void everyReadingIsWrittenDown() {
    var client = cabinet.client();
    var document = cabinet.add(client, "photo.png", Papers.picture("png", 50, 50));
    cabinet.download(Role.DIRECTOR, client, document);
    cabinet.as(Role.DIRECTOR).get(FilingCabinet.path(client, document) + "/thumbnail");
    assertThat(cabinet.audit(client)).extracting(FilingCabinet.Entry::action)
        .containsExactly("client.document.add", "client.document.download", "client.document.preview");
    assertThat(cabinet.audit(client)).allSatisfy(entry -> assertThat(entry.detail()).contains(document.toString()));
  }

  /** The same answer as for a document that never was, and no word of it anywhere. */
  private void assertHidden(Role role, org.silah.constituents.PartyId client, DocumentId document) {
    var nowhere = new DocumentId(java.util.UUID.randomUUID());
    var before = cabinet.audit(client).size();
    for (var beyond : List.of("", "/file", "/thumbnail")) {
      var hidden = cabinet.as(role).get(FilingCabinet.path(client, document) + beyond);
      var absent = cabinet.as(role).get(FilingCabinet.path(client, nowhere) + beyond);
      assertThat(hidden).as(role + beyond).hasStatus(404);
      assertThat(withoutAddress(hidden)).isEqualTo(withoutAddress(absent));
    }
    if (role != Role.DIRECTOR) {
      assertThat(cabinet.as(role).post(FilingCabinet.path(client, document), "kind", "other", "title", "x", "who", "everyone")).hasStatus(404);
      assertThat(cabinet.as(role).post(FilingCabinet.path(client, document) + "/withdrawal", "reason", "x")).hasStatus(404);
    }
    assertThat(cabinet.profile(role, client)).doesNotContain(TITLE, document.toString());
    assertThat(Browser.body(cabinet.as(role).get("/clients/" + client + "/timeline?before=9999-01-01T00:00:00Z"))).doesNotContain(TITLE, document.toString());
    assertThat(Browser.body(cabinet.as(role).get("/documents?within=3650"))).doesNotContain(TITLE);
    assertThat(cabinet.audit(client)).hasSize(before);
  }

  private static String withoutAddress(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
    return Browser.body(answer).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("nonce=\"[^\"]*\"|value=\"[^\"]*\"", "");
  }
}
