package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.ApiKeys;
import org.silah.access.Browser;
import org.silah.access.Scope;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A scanner in the branch hands its pages in by itself. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
class DocumentApiTest {

  @Autowired FilingCabinet cabinet;
  @Autowired MockMvcTester web;
  @Autowired ApiKeys keys;

  private String program;
  private PartyId client;

  @BeforeEach
  void aProgramHasAKey() {
    program = keys.issue("ماسح الفرع", Set.of(Scope.DOCUMENTS_READ, Scope.DOCUMENTS_WRITE));
    client = cabinet.client();
  }

  @Test
  void aProgramHandsADocumentInFindsItAndFetchesIt() {
    var file = Papers.pdf("By a program");
    var answer = add("kind=lease&file_name=%D8%B9%D9%82%D8%AF.pdf&expires_on=1448-12-29&note=n", file, null);
    assertThat(answer).hasStatus(201);
    var json = Browser.body(answer);
    assertThat(JsonPath.<String>read(json, "$.title")).isEqualTo("عقد");
    assertThat(JsonPath.<String>read(json, "$.type")).isEqualTo("application/pdf");
    assertThat(JsonPath.<String>read(json, "$.expires_on")).startsWith("20");
    var place = answer.getResponse().getHeader("Location");
    assertThat(JsonPath.<String>read(Browser.body(get(place)), "$.sha256")).isEqualTo(LocalBucket.hex(LocalBucket.sha256(file)));
    assertThat(JsonPath.<java.util.List<String>>read(Browser.body(get(documents())), "$.items[*].kind")).containsExactly("lease");
    var fetched = get(place + "/file");
    assertThat(fetched).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
    assertThat(fetched.getResponse().getContentAsByteArray()).isEqualTo(file);
    assertThat(cabinet.audit(client)).extracting(FilingCabinet.Entry::action).containsExactly("client.document.add", "client.document.download");
  }

  @Test
  void aRetryWithItsKeyAddsNothingMoreAlsoWhenTheFileIsLarge() {
    var file = Papers.joined(Papers.pdf("Large"), new byte[5_000_000]);
    var first = add("kind=other", file, "scan-1");
    assertThat(first).hasStatus(201);
    var again = add("kind=other", file, "scan-1");
    assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true").hasHeader("Location", first.getResponse().getHeader("Location"));
    assertThat(cabinet.count(client)).isEqualTo(1);
    file[file.length - 1] = 1;
    assertThat(add("kind=other", file, "scan-1")).hasStatus(422);
    assertThat(add("kind=lease", file, "scan-1")).hasStatus(422);
    assertThat(cabinet.count(client)).isEqualTo(1);
  }

  @Test
  void whatIsRefusedSaysWhyAndCanBeMendedUnderItsKey() {
    var refused = add("kind=other", "<html></html>".getBytes(StandardCharsets.UTF_8), "scan-2");
    assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("file");
    assertThat(add("kind=spaceship&expires_on=soon", Papers.pdf("x"), "scan-2")).bodyJson().extractingPath("$.errors[*].field").asArray().containsExactlyInAnyOrder("kind", "expires_on");
    assertThat(add("kind=other&viewers=king", Papers.pdf("x"), null)).bodyJson().extractingPath("$.errors[0].field").isEqualTo("viewers");
    assertThat(add("", Papers.pdf("x"), null)).hasStatus(422);
    assertThat(add("kind=other", new byte[0], null)).hasStatus(422);
    assertThat(add("kind=other", Papers.joined(Papers.pdf("x"), new byte[21 * 1024 * 1024]), "scan-3")).hasStatus(413);
    assertThat(cabinet.count(client)).isZero();
    assertThat(add("kind=other", Papers.pdf("x"), "scan-2")).hasStatus(201);
  }

  @Test
  void aKeySeesOnlyWhatEveryoneMaySee() {
    var hidden = add("kind=medical_report&viewers=case_worker", Papers.pdf("Heart"), null);
    assertThat(hidden).hasStatus(201);
    var place = hidden.getResponse().getHeader("Location");
    for (var path : new String[] {place, place + "/file"}) {
      assertThat(get(path)).hasStatus(404);
    }
    assertThat(JsonPath.<java.util.List<String>>read(Browser.body(get(documents())), "$.items")).isEmpty();
    assertThat(get("/api/v1/clients/" + UUID.randomUUID() + "/documents")).hasStatus(404);
  }

  @Test
  void eachScopeOpensItsOwnHalf() {
    program = keys.issue("قارئ", Set.of(Scope.DOCUMENTS_READ));
    assertThat(add("kind=other", Papers.pdf("x"), null)).hasStatus(403);
    program = keys.issue("كاتب", Set.of(Scope.DOCUMENTS_WRITE));
    assertThat(get(documents())).hasStatus(403);
    program = keys.issue("غيرهما", Set.of(Scope.CLIENTS_READ, Scope.CLIENTS_WRITE));
    assertThat(get(documents())).hasStatus(403);
  }

  /** Nothing of a large request stays on the disk of the machine. */
  @Test
  void whatCameInLeavesNothingBehind() throws Exception {
    var before = leftOver();
    add("kind=other", Papers.joined(Papers.pdf("x"), new byte[3_000_000]), "scan-4");
    add("kind=other", "<html></html>".getBytes(StandardCharsets.UTF_8), null);
    cabinet.add(client, "a.png", Papers.pngThatTells(1));
    cabinet.add(org.silah.access.Role.CASE_WORKER, client, java.util.Map.of("a.pdf", Papers.pdf("x"), "b.pdf", new byte[] {1}));
    assertThat(leftOver()).isEqualTo(before);
  }

  private static Set<String> leftOver() {
    return Arrays.stream(new java.io.File(System.getProperty("java.io.tmpdir")).list((_, name) -> name.startsWith("silah-document") || name.startsWith("silah-request")))
        .collect(java.util.stream.Collectors.toSet());
  }

  private String documents() {
    return "/api/v1/clients/" + client + "/documents";
  }

  private MvcTestResult get(String path) {
    return web.get().uri(URI.create(path)).header("Authorization", "Bearer " + program).header("Accept-Language", "en").exchange();
  }

  private MvcTestResult add(String query, byte[] file, String key) {
    var request = web.post().uri(URI.create(documents() + "?" + query)).header("Authorization", "Bearer " + program).header("Accept-Language", "en")
        .contentType(MediaType.APPLICATION_OCTET_STREAM).content(file);
    return (key == null ? request : request.header("Idempotency-Key", key + client)).exchange();
  }
}
