package org.silah.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.silah.kernel.UnusableVariable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that the program must be able to read again, such as the mail server's password: AES-256-GCM with a key that is
 * not in the database. The key is {@code SILAH_SECRET_KEY} (32 bytes in base64), which instances that share a database share
 * too, or else the file {@code secret.key} in the data folder, made when first needed.
 */
@Component
class Keyring {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String given;
  private final String folder;

  /** @throws UnusableVariable if a key is given and is none */
  Keyring(@Value("${silah.secret.key:}") String given, @Value("${silah.data:}") String folder) {
    if (!given.isEmpty() && !isKey(given)) {
      throw new UnusableVariable("SILAH_SECRET_KEY");
    }
    this.given = given;
    this.folder = folder;
  }

  byte[] lock(String secret) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var locked = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing if it was locked with another key, as when a backup comes back to another machine. */
  Optional<String> unlock(byte[] locked) {
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(locked, NONCE));
      return Optional.of(new String(cipher.doFinal(locked, NONCE, locked.length - NONCE), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException anotherKey) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private byte[] key() {
    if (!given.isEmpty()) {
      return Base64.getDecoder().decode(given);
    }
    if (folder.isEmpty()) {
      throw new NoPlaceForSecrets();
    }
    try {
      var file = Path.of(folder).resolve("secret.key");
      return Base64.getDecoder().decode(Files.exists(file) ? Files.readString(file).strip() : make(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String make(Path file) throws IOException {
    var bytes = new byte[KEY];
    RANDOM.nextBytes(bytes);
    var key = Base64.getEncoder().encodeToString(bytes);
    try {
      Files.writeString(Files.createFile(file, onlyForUs(file)), key);
      return key;
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return Files.readString(file).strip();
    }
  }

  private static FileAttribute<?>[] onlyForUs(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }
}
