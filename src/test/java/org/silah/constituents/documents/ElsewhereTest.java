package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.kernel.UnusableVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The charity keeps its documents in a bucket of somebody else's, and has a virus scanner look at each. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
@ExtendWith(OutputCaptureExtension.class)
class ElsewhereTest {

  private static final LocalBucket BUCKET = new LocalBucket();
  private static final LocalClamd CLAMD = clamd();

  @Autowired FilingCabinet cabinet;
  @Autowired DocumentSweep sweep;

  private static LocalClamd clamd() {
    try {
      return LocalClamd.onNetwork();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void asTheEnvironmentSays(DynamicPropertyRegistry variables) {
    variables.add("silah.s3.endpoint", BUCKET::address);
    variables.add("silah.s3.bucket", () -> LocalBucket.NAME);
    variables.add("silah.s3.key", () -> LocalBucket.KEY);
    variables.add("silah.s3.secret", () -> LocalBucket.SECRET);
    variables.add("silah.clamd", CLAMD::address);
  }

  @AfterEach
  void allIsWell() {
    BUCKET.failing = false;
    BUCKET.cutting = false;
    BUCKET.secret = LocalBucket.SECRET;
    CLAMD.answer = null;
  }

  @Test
  void aDocumentLiesInTheBucketUnderItsContentAndComesBack() {
    var client = cabinet.client();
    var file = Papers.pdf("Bucket");
    var document = cabinet.add(client, "عقد.pdf", file);
    var sha256 = LocalBucket.hex(LocalBucket.sha256(file));
    assertThat(BUCKET.objects.get("files/" + sha256.substring(0, 2) + "/" + sha256.substring(2)).bytes()).isEqualTo(file);
    assertThat(cabinet.download(Role.CASE_WORKER, client, document).getResponse().getContentAsByteArray()).isEqualTo(file);
    cabinet.as(Role.CASE_WORKER).post(FilingCabinet.path(client, document) + "/withdrawal", "reason", "نسخة قديمة");
    sweep.run();
    assertThat(BUCKET.objects).doesNotContainKey("files/" + sha256.substring(0, 2) + "/" + sha256.substring(2));
  }

  @Test
  void whatACrashLeftInTheBucketIsThrownAwayADayLater() {
    var client = cabinet.client();
    var kept = cabinet.add(client, "kept.pdf", Papers.pdf("Kept"));
    var forgotten = "files/aa/" + "b".repeat(62);
    BUCKET.objects.put(forgotten, new LocalBucket.Stored(new byte[] {1}, java.time.Instant.now()));
    sweep.run();
    assertThat(BUCKET.objects).containsKey(forgotten);
    BUCKET.objects.keySet().forEach(key -> BUCKET.age(key, Duration.ofDays(2)));
    sweep.run();
    assertThat(BUCKET.objects).doesNotContainKey(forgotten);
    assertThat(cabinet.download(Role.CASE_WORKER, client, kept)).hasStatusOk();
  }

  @Test
  void aBucketThatRefusesOrFailsOrBreaksOffIsToldOfAndNothingIsHalfKept(CapturedOutput output) {
    var client = cabinet.client();
    var before = cabinet.add(client, "before.pdf", Papers.pdf("Before"));
    var there = BUCKET.objects.size();
    BUCKET.secret = "another";
    assertRefused(client);
    BUCKET.secret = LocalBucket.SECRET;
    BUCKET.failing = true;
    assertRefused(client);
    var away = cabinet.download(Role.CASE_WORKER, client, before);
    assertThat(away).hasStatus(503);
    assertThat(Browser.body(away)).contains("The storage of documents does not answer");
    BUCKET.failing = false;
    BUCKET.cutting = true;
    assertRefused(client);
    assertThat(BUCKET.objects).hasSize(there);
    assertThat(output.getAll()).contains("does not do what it is asked").doesNotContain(LocalBucket.SECRET);
  }

  private void assertRefused(org.silah.constituents.PartyId client) {
    var answer = cabinet.add(Role.CASE_WORKER, client, Map.of("x.pdf", Papers.pdf("Refused")));
    assertThat(answer).hasStatus(422);
    assertThat(FilingCabinet.mistakes(answer)).singleElement().asString().startsWith("The storage of documents does not answer, so nothing was changed.");
    assertThat(cabinet.count(client)).isEqualTo(1);
    assertThat(cabinet.audit(client)).hasSize(1);
  }

  @Test
  void aContentThatIsMissingIsToldOf() {
    var client = cabinet.client();
    var document = cabinet.add(client, "lost.pdf", Papers.pdf("Lost"));
    BUCKET.objects.clear();
    var answer = cabinet.download(Role.CASE_WORKER, client, document);
    assertThat(answer).hasStatus(503);
    assertThat(Browser.body(answer)).contains("The content of this document is missing in the storage.");
    assertThat(cabinet.audit(client)).extracting(FilingCabinet.Entry::action).containsExactly("client.document.add");
  }

  @Test
  void nobodyListensWhereTheBucketShouldBe() throws IOException {
    String address;
    try (var gone = new LocalBucket()) {
      address = gone.address();
    }
    var files = new BucketFiles(Bucket.in(variables("bucket", LocalBucket.NAME, "key", "k", "secret", "s", "endpoint", address)));
    var file = Files.write(Files.createTempFile("document", ".pdf"), Papers.pdf("x"));
    assertThatExceptionOfType(NotNow.class).isThrownBy(() -> files.put("a".repeat(64), file)).satisfies(away -> assertThat(away.key()).isEqualTo("constituents.document.not-now.storage"));
  }

  @Test
  void aVariableThatIsMissingIsNamedAtTheStart() {
    assertThat(Bucket.in(variables())).isNull();
    assertThat(Bucket.in(variables("bucket", " "))).isNull();
    assertUnusable("SILAH_S3_KEY", "bucket", "b");
    assertUnusable("SILAH_S3_SECRET", "bucket", "b", "key", "k");
    assertUnusable("SILAH_S3_ENDPOINT", "bucket", "b", "key", "k", "secret", "s", "endpoint", "minio:9000");
    assertThatExceptionOfType(UnusableVariable.class).isThrownBy(() -> new VirusScan("clamd")).satisfies(e -> assertThat(e.name()).isEqualTo("SILAH_CLAMD"));
  }

  private static void assertUnusable(String name, String... variables) {
    assertThatExceptionOfType(UnusableVariable.class).isThrownBy(() -> Bucket.in(variables(variables))).satisfies(e -> assertThat(e.name()).isEqualTo(name));
  }

  private static MockEnvironment variables(String... namesAndValues) {
    var environment = new MockEnvironment();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.setProperty("silah.s3." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }

  @Test
  void aFileWithAVirusIsRefusedAndWrittenDown() {
    var client = cabinet.client();
    var there = BUCKET.objects.size();
    var answer = cabinet.add(Role.CASE_WORKER, client, Map.of("note.txt", LocalClamd.EICAR.getBytes(StandardCharsets.US_ASCII)));
    assertThat(answer).hasStatus(422);
    assertThat(FilingCabinet.mistakes(answer)).singleElement().asString().contains("Eicar-Test-Signature");
    assertThat(cabinet.audit(client)).singleElement().satisfies(entry -> assertThat(entry.action()).isEqualTo("client.document.infected"))
        .satisfies(entry -> assertThat(entry.detail()).contains("Eicar-Test-Signature"));
    assertThat(cabinet.count(client)).isZero();
    assertThat(BUCKET.objects).hasSize(there);
  }

  @Test
  void aScannerThatCannotTellLetsNothingPass() {
    var client = cabinet.client();
    for (var answer : new String[] {"INSTREAM size limit exceeded. ERROR", "", "stream: something ERROR"}) {
      CLAMD.answer = answer;
      var refused = cabinet.add(Role.CASE_WORKER, client, Map.of("x.pdf", Papers.pdf("x")));
      assertThat(refused).hasStatus(422);
      assertThat(FilingCabinet.mistakes(refused)).singleElement().asString().startsWith("The virus scanner does not answer, so the file was not taken.");
    }
    assertThat(cabinet.count(client)).isZero();
  }

  @Test
  void aScannerIsReachedByItsSocketAndItsAbsenceIsTold(@TempDir Path folder) throws Exception {
    var file = Files.write(folder.resolve("clean.pdf"), Papers.pdf("clean"));
    var infected = Files.writeString(folder.resolve("infected"), LocalClamd.EICAR);
    VirusScan scan;
    try (var clamd = LocalClamd.onSocket(folder.resolve("clamd.ctl"))) {
      scan = new VirusScan(clamd.address());
      assertThat(scan.find(file)).isEmpty();
      assertThat(scan.find(infected)).contains("Eicar-Test-Signature");
    }
    assertThatExceptionOfType(NotNow.class).isThrownBy(() -> scan.find(file));
    assertThatExceptionOfType(NotNow.class).isThrownBy(() -> new VirusScan("127.0.0.1:1").find(file));
    assertThat(new VirusScan("").find(infected)).as("nobody looks").isEmpty();
  }
}
