package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.silah.Charities;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** A content lies in the data folder once, as long as some document needs it. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
class DocumentSweepTest {

  @Autowired FilingCabinet cabinet;
  @Autowired DocumentSweep sweep;

  @Test
  void theSameContentLiesThereOnceAndStaysForWhoeverStillHasIt() {
    var one = cabinet.client();
    var other = cabinet.client();
    var file = Papers.pdf("One agreement for two");
    var first = cabinet.add(one, "a.pdf", file);
    var second = cabinet.add(other, "b.pdf", file);
    assertThat(cabinet.sha256(first)).isEqualTo(cabinet.sha256(second));
    takeBack(one, first);
    sweep.run();
    assertThat(cabinet.download(Role.CASE_WORKER, other, second)).hasStatusOk();
    takeBack(other, second);
    assertThat(place(second)).exists();
    sweep.run();
    assertThat(place(second)).doesNotExist();
    var third = cabinet.add(one, "c.pdf", file);
    assertThat(cabinet.download(Role.CASE_WORKER, one, third).getResponse().getContentAsByteArray()).isEqualTo(file);
  }

  @Test
  void whatACrashLeftIsThrownAwayWhenADayHasPassed() throws IOException {
    var forgotten = Charities.folder().resolve("0f").resolve("e".repeat(62));
    var half = Charities.folder().resolve("0f").resolve("e".repeat(62) + "123.coming");
    Files.createDirectories(forgotten.getParent());
    Files.write(forgotten, new byte[] {1});
    Files.write(half, new byte[] {1});
    sweep.run();
    assertThat(forgotten).exists();
    assertThat(half).exists();
    for (var file : new Path[] {forgotten, half}) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    sweep.run();
    assertThat(forgotten).doesNotExist();
    assertThat(half).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOfAndNothingIsKept() throws IOException {
    var client = cabinet.client();
    var file = Papers.pdf("Nowhere to lie");
    var shelf = Charities.folder().resolve(LocalBucket.hex(LocalBucket.sha256(file)).substring(0, 2));
    Path aside = null;
    if (Files.exists(shelf)) {
      aside = Files.move(shelf, shelf.resolveSibling("aside"));
    }
    Files.createDirectories(shelf.getParent());
    Files.write(shelf, new byte[] {1});
    var answer = cabinet.add(Role.CASE_WORKER, client, Map.of("x.pdf", file));
    Files.delete(shelf);
    if (aside != null) {
      Files.move(aside, shelf);
    }
    assertThat(answer).hasStatus(422);
    assertThat(FilingCabinet.mistakes(answer)).singleElement().asString().startsWith("The storage of documents does not answer");
    assertThat(cabinet.count(client)).isZero();
    assertThat(cabinet.add(Role.CASE_WORKER, client, Map.of("x.pdf", file))).hasStatus(302);
  }

  /** Whoever adds and whoever sweeps never meet: a document that was added has its bytes. */
  @Test
  void addingWhileTheOldIsSweptLeavesNoDocumentWithoutBytes() throws Exception {
    var client = cabinet.client();
    var file = Papers.pdf("Again and again");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 15; round++) {
        takeBack(client, cabinet.add(client, "x.pdf", file));
        var work = new ArrayList<Callable<Object>>();
        work.add(() -> {
          sweep.run();
          return "";
        });
        work.add(() -> cabinet.add(Role.CASE_WORKER, client, Map.of("x.pdf", file)));
        work.add(() -> cabinet.add(Role.ADMINISTRATOR, client, Map.of("y.pdf", file)));
        for (var done : threads.invokeAll(work)) {
          done.get();
        }
        var there = FilingCabinet.named(cabinet.profile(Role.CASE_WORKER, client));
        assertThat(there).hasSize(2);
        for (var id : there) {
          var document = DocumentId.of(id);
          assertThat(cabinet.download(Role.CASE_WORKER, client, document)).as("round " + round).hasStatusOk();
          takeBack(client, document);
        }
      }
    }
  }

  private void takeBack(PartyId client, DocumentId document) {
    assertThat(cabinet.as(Role.CASE_WORKER).post(FilingCabinet.path(client, document) + "/withdrawal", "reason", "انتهت الحاجة")).hasStatus(302);
  }

  private Path place(DocumentId document) {
    var sha256 = cabinet.sha256(document);
    return Charities.folder().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }
}
