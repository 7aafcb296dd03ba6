package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a copy of the database has not the password of the mail server. */
class KeyringTest {

  private static final String PASSWORD = "كلمة مرور الخادم 42";

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @Test
  void aSecretIsReadOnlyWithTheKeyOfItsDataFolder() {
    var locked = new Keyring("", folder.toString()).lock(PASSWORD);
    assertThat(new String(locked, StandardCharsets.UTF_8)).doesNotContain("42");
    assertThat(new Keyring("", folder.toString()).unlock(locked)).contains(PASSWORD);
    assertThat(new Keyring("", elsewhere.toString()).unlock(locked)).isEmpty();
  }

  @Test
  void theSameSecretLooksDifferentEachTimeAndAnAlteredOneIsNotRead() {
    var keyring = new Keyring("", folder.toString());
    var locked = keyring.lock(PASSWORD);
    assertThat(keyring.lock(PASSWORD)).isNotEqualTo(locked);
    locked[locked.length - 1] ^= 1;
    assertThat(keyring.unlock(locked)).isEmpty();
  }

  @Test
  void theKeyIsForItsOwnerAlone() throws IOException {
    new Keyring("", folder.toString()).lock(PASSWORD);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key")))).isEqualTo("rw-------");
  }
}
