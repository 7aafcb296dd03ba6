package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir Path data;

  @Test
  void theFolderMayStandAnywhere() {
    var line = CommandLine.of("import", "clients", "--data", "kept", "قائمة.csv");
    assertThat(line).isEqualTo(new CommandLine("import", java.util.List.of("clients", "قائمة.csv"), Path.of("kept")));
    assertThat(CommandLine.of("--data=kept", "audit", "verify").data()).isEqualTo(Path.of("kept"));
    assertThat(CommandLine.of().word()).isEqualTo("help");
  }

  @Test
  void theFolderIsTheOneAskedForOrTheOneSetOrTheUsual() {
    assertThat(CommandLine.of("start", "--data", "kept").folder(Map.of("SILAH_DATA", "set"))).isEqualTo(Path.of("kept"));
    assertThat(CommandLine.of("start").folder(Map.of("SILAH_DATA", "set"))).isEqualTo(Path.of("set"));
    assertThat(CommandLine.of("start").folder(Map.of())).endsWithRaw(Path.of("data"));
    assertThat(CommandLine.of("demo").demoFolder(Map.of("SILAH_DATA", "set"))).isEqualTo(Path.of("set/demo"));
  }

  @Test
  void aCommandFindsTheDemonstrationWhenThereIsNothingElse() throws Exception {
    var environment = Map.of("SILAH_DATA", data.toString());
    assertThat(CommandLine.of("audit").folderInUse(environment)).isEqualTo(data);
    Files.createDirectories(data.resolve("demo/postgres/cluster"));
    assertThat(CommandLine.of("audit").folderInUse(environment)).isEqualTo(data.resolve("demo"));
    Files.createDirectories(data.resolve("postgres/cluster"));
    assertThat(CommandLine.of("audit").folderInUse(environment)).isEqualTo(data);
  }

  @Test
  void thePortIsTheOneAskedForOrTheUsual() {
    assertThat(CommandLine.of("start", "--port", "0").port(8080)).isZero();
    assertThat(CommandLine.of("start").port(8080)).isEqualTo(8080);
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "http", "99999999999"})
  void aPortIsANumberThatExists(String port) {
    assertThatThrownBy(() -> CommandLine.of("start", "--port", port).port(8080)).isInstanceOf(CannotStart.class).hasMessageContaining("no-port");
  }

  @Test
  void aFolderWithoutANameIsNotTheOneWeStandIn() {
    assertThatThrownBy(() -> CommandLine.of("start", "--data", "")).isInstanceOf(CannotStart.class).hasMessageContaining("misunderstood");
  }

  @Test
  void aMistypedOptionIsNotIgnored() {
    assertThatThrownBy(() -> CommandLine.of("start", "--prot", "80").port(8080)).isInstanceOf(CannotStart.class).hasMessageContaining("misunderstood");
  }
}
