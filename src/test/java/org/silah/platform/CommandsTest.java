package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silah.Silah;
import org.silah.kernel.Command;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommandsTest {

  @TempDir Path folder;

  @Test
  void aMistypedCommandListsTheCommandsAndMakesNoDatabase() throws Exception {
    try (var silah = silah("", "aduit")) {
      assertThat(silah.exitCode()).as(silah.output()).isEqualTo(2);
      assertThat(silah.output()).contains("aduit", "start [--port N]", "phones --region SA", "report WORD").doesNotContain("Exception");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void helpIsAnAnswerWhereverItIsAskedFor() throws Exception {
    for (var words : List.of(List.of("help"), List.of("import", "--help"), List.of("demo", "--help"))) {
      try (var silah = silah("", words.toArray(String[]::new))) {
        assertThat(silah.exitCode()).as(silah.output()).isZero();
        assertThat(silah.output()).contains("start [--port N]", "phones --region SA", "report WORD").doesNotContain("Exception");
        assertThat(folder).isEmptyDirectory();
      }
    }
  }

  @Test
  void aCommandThatIsStoppedSaysSoAndHasFailed() throws Exception {
    Binaries.lend(DataFolder.postgres(folder));
    try (var silah = silah("", "report", "--slowly")) {
      await().atMost(Running.PATIENCE).until(() -> silah.output().contains("waiting"));
      silah.stop();
      assertThat(silah.exitCode()).as(silah.output()).isEqualTo(143);
      assertThat(silah.output()).contains("stopped before it was done", "begun").doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void aCommandWorksOnTheRunningServersDatabaseOrOnItsOwn() throws Exception {
    Binaries.lend(DataFolder.postgres(folder));
    try (var alone = silah("", "report", "وحده")) {
      assertThat(alone.exitCode()).as(alone.output()).isEqualTo(3);
      assertThat(alone.output()).isEqualToIgnoringNewLines("وحده silah_app workers=false keys=0");
    }
    try (var server = silah("", "start", "--port", "0")) {
      server.address();
      try (var beside = silah("", "report", "beside")) {
        assertThat(beside.exitCode()).as(beside.output()).isEqualTo(3);
        assertThat(beside.output()).isEqualToIgnoringNewLines("beside silah_app workers=false keys=0");
      }
      assertThat(server.status("/")).isLessThan(500);
    }
  }

  @Test
  void aCommandOnADemonstrationFolderIssuesNoKey() throws Exception {
    Binaries.lend(DataFolder.postgres(folder));
    Files.writeString(folder.resolve("demonstration"), "");
    try (var silah = silah("", "report", "هنا")) {
      assertThat(silah.exitCode()).as(silah.output()).isEqualTo(3);
      assertThat(silah.output()).isEqualToIgnoringNewLines("هنا silah_app workers=false keys=0");
    }
  }

  @Test
  void listsAreFilteredWithoutADatabase() throws Exception {
    try (var silah = silah("١/٩/١٤٤٧\n", "dates", "--to", "gregorian")) {
      assertThat(silah.exitCode()).as(silah.output()).isZero();
      assertThat(silah.output()).isEqualToIgnoringNewLines("2026-02-18");
      assertThat(folder).isEmptyDirectory();
    }
  }

  private Running silah(String input, String... words) {
    var all = new ArrayList<>(List.of("--data", folder.toString()));
    all.addAll(List.of(words));
    var environment = Map.of("LC_ALL", "C.UTF-8", "SILAH_DATABASE_URL", ""); // an empty one is as good as none
    return Running.program(WithReport.class.getName(), environment, input, all.toArray(String[]::new));
  }

  /** Silah with a command that tells how commands are run. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import({Silah.class, Report.class})
  static class WithReport {

    public static void main(String[] words) {
      Program.run(WithReport.class, words);
    }
  }

  record Report(JdbcClient db, @Value("${silah.workers}") String workers) implements Command {

    @Override
    public String name() {
      return "report";
    }

    @Override
    public String usage() {
      return "  report WORD";
    }

    @Override
    public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
      if (args.contains("--slowly")) {
        out.println("begun");
        err.println("waiting");
        db.sql("select pg_sleep(300)").query((_, _) -> 0).list();
      }
      var keys = db.sql("select count(*) from access.api_key").query(Long.class).single();
      out.println(args.getFirst() + " " + db.sql("select current_user").query(String.class).single() + " workers=" + workers + " keys=" + keys);
      return 3;
    }
  }
}
