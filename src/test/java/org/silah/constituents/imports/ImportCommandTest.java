package org.silah.constituents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silah.Charity;
import org.silah.access.Branches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code bin/silah import}: the same as on the pages, in the same words. */
@Charity(fresh = true)
@SpringBootTest
class ImportCommandTest {

  @Autowired ImportCommand command;
  @Autowired Branches branches;
  @Autowired JdbcClient db;
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aListIsOnlyPreviewedUntilYesIsSaid() throws IOException {
    var file = file("الاسم;الجوال\nمزنة العقيل;0501237001\n");
    assertThat(run("clients", file)).isZero();
    assertThat(told()).contains("الجوال → ", "Phone", "New clients: 1", "preview");
    assertThat(clients("مزنة العقيل")).isZero();
    assertThat(run("clients", file, "--yes", "--branch", "فرع حائل")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no branch of this name or code: فرع حائل");
    branches.add("hail", "فرع حائل", "Hail");
    assertThat(run("clients", file, "--yes", "--branch", "فرع حائل")).isZero();
    assertThat(db.sql("select b.code from constituents.party p join access.branch b on b.id = p.home_branch_id where p.display_name = 'مزنة العقيل'").query(String.class).single())
        .isEqualTo("hail");
    assertThat(told()).contains("1 row saved");
    assertThat(clients("مزنة العقيل")).isEqualTo(1);
    assertThat(db.sql("select count(*) from access.audit_entry where action = 'import.commit' and actor_kind = 'command'").query(Long.class).single()).isEqualTo(1);
    assertThat(db.sql("select count(*) from platform.scheduled_tasks where task_name = ?").param(ImportJobs.TASK).query(Long.class).single())
        .as("nothing left for a server to do").isZero();
  }

  @Test
  void eachFailedRowIsToldWithItsReasonUpToABound() throws IOException {
    assertThat(run("clients", file("الاسم;الجوال\nثريا السلوم;0501237002\n" + "ثريا السلوم;12\n".repeat(30)), "--yes")).isZero();
    assertThat(told()).contains("Row 3: الجوال: ", "Row 22: ", "and 10 more refused rows", "Refused: 30").doesNotContain("Row 23:");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    assertThat(run("gifts", file("الاسم;الجوال\nثريا;0501237002\n"), "--yes")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Columns are missing that must be there: Amount");
    assertThat(run("clients", file("%PDF-1.4"))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("This is a PDF");
    assertThat(run("clients", folder.resolve("nowhere.csv").toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere.csv cannot be read");
    assertThat(run("secrets", file("الاسم\nسعد\n"))).isEqualTo(2);
  }

  @Test
  void choicesOfTheKindAreMadeInTheShellToo() throws IOException {
    var gifts = file("الاسم;الجوال;المبلغ;تاريخ التبرع\nثريا السلوم;0501237009;50;2026-11-01\n");
    assertThat(run("gifts", gifts, "--set", "thank=perhaps", "--yes")).isEqualTo(1);
    assertThat(run("gifts", gifts, "--set", "mystery=yes", "--yes")).isEqualTo(2);
    assertThat(run("gifts", gifts, "--set", "thank", "--yes")).isEqualTo(2);
    assertThat(run("gifts", gifts, "--set", "thank=yes", "--yes")).isZero();
    assertThat(db.sql("""
        select count(*)
        from dialogue.message m
        join constituents.phone k on k.party_id = m.party_id
        where k.e164 = '+966501237009'""").query(Long.class).single()).isEqualTo(1);
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return command.run(List.of(args), InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String list) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "list", ".csv"), list).toString();
  }

  private long clients(String name) {
    return db.sql("select count(*) from constituents.party where display_name = ?").param(name).query(Long.class).single();
  }
}
