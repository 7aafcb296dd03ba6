package org.silah.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silah.Charity;
import org.silah.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Charity
@SpringBootTest
class AuditTest {

  @Autowired Audit audit;
  @Autowired Actors actors;
  @Autowired AuditEntries entries;
  @Autowired AuditVerification verification;
  @Autowired Texts texts;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient db;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void aDeedAndItsEntryAreThereTogetherOrNotAtAll() {
    var transaction = new TransactionTemplate(transactions);
    transaction.executeWithoutResult(_ -> audit.record("client.change", "client", subject, Map.of("name", "مها")));
    assertThat(count()).isEqualTo(1);
    transaction.executeWithoutResult(status -> {
      audit.record("client.change", "client", subject, Map.of());
      status.setRollbackOnly();
    });
    assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
      audit.record("client.change", "client", subject, Map.of());
      throw new IllegalStateException("something broke");
    })).hasMessage("something broke");
    assertThat(count()).isEqualTo(1);
    assertSound();
  }

  @Test
  void anEntryThatCannotBeWrittenUndoesTheDeed() {
    assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
      db.sql("insert into access.failed_sign_in (at, username, address) values (now(), ?, 'nowhere')").param(subject).update();
      audit.record("client.change", "client", subject + "\u0000", Map.of());
    })).hasStackTraceContaining("0x00");
    assertThat(db.sql("select count(*) from access.failed_sign_in where username = ?").param(subject).query(Long.class).single()).isZero();
    assertSound();
  }

  @Test
  void whoOnlyReadsIsWrittenDownToo() {
    var reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    reading.executeWithoutResult(_ -> audit.record("client.read", "client", subject, Map.of()));
    assertThat(count()).isEqualTo(1);
    assertSound();
  }

  @Test
  void whatIsDoneInTheLastMomentIsNotForgotten() {
    new TransactionTemplate(transactions).executeWithoutResult(_ ->
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            audit.record("client.change", "client", subject, Map.of());
          }
        }));
    assertThat(count()).isEqualTo(1);
    assertSound();
  }

  @Test
  void manyAtOnceMakeOneChain() throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var deeds = new ArrayList<Future<?>>();
      for (int i = 0; i < 300; i++) {
        int number = i;
        deeds.add(threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
          audit.record("client.change", "client", subject, Map.of("number", number));
          audit.record("client.read", "client", subject, Map.of());
          if (number % 7 == 0) {
            status.setRollbackOnly();
          }
        })));
      }
      for (var deed : deeds) {
        deed.get();
      }
    }
    assertThat(count()).isEqualTo(2 * (300 - 43));
    assertSound();
  }

  @Test
  void theEntrySaysWhoItWas() {
    actors.as(new Actor(Actor.Kind.COMMAND, "import"), () -> {
      audit.record("import.write", "import", subject, Map.of("rows", 3));
      return null;
    });
    assertThat(db.sql("select actor_kind || ' ' || actor || ' ' || (detail ->> 'rows') from access.audit_entry where subject = ?").param(subject).query(String.class).single())
        .isEqualTo("command import 3");
  }

  @Test
  void theCommandTellsWhetherTheLogIsWhole(@TempDir Path folder) throws Exception {
    audit.record("client.change", "client", subject, Map.of());
    var heads = new AuditHeads(folder.toString(), java.time.Clock.systemUTC());
    var command = new AuditCommand(new AuditVerification(entries, heads, transactions), texts);
    var first = run(command, "verify");
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains(entries.head().hex());
    assertThat(Files.readAllLines(folder.resolve("audit-heads.log"))).hasSize(1).first().asString().startsWith(entries.head().seq() + " " + entries.head().hex());
    run(command, "verify");
    assertThat(Files.readAllLines(folder.resolve("audit-heads.log"))).as("nothing new, no new line").hasSize(1);

    Files.writeString(folder.resolve("audit-heads.log"), "1 " + "ab".repeat(32) + " 2026-11-22T08:00:00Z\n");
    var second = run(command, "verify");
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.out()).contains("1:");
    assertThat(run(command).code()).isEqualTo(2);
    assertThat(run(command, "verify", "please").code()).isEqualTo(2);
  }

  private record Ran(int code, String out) {}

  private static Ran run(AuditCommand command, String... args) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Ran(command.run(List.of(args), InputStream.nullInputStream(), stream, stream), out.toString(StandardCharsets.UTF_8));
  }

  private void assertSound() {
    assertThat(verification.run()).isInstanceOf(AuditFinding.Sound.class);
  }

  private long count() {
    return db.sql("select count(*) from access.audit_entry where subject = ?").param(subject).query(Long.class).single();
  }
}
