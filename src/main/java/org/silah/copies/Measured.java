package org.silah.copies;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How much went through, and what it was. */
final class Measured extends FilterOutputStream {

  private final MessageDigest digest;
  private long bytes;

  Measured(OutputStream out) {
    super(out);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int from, int many) throws IOException {
    digest.update(some, from, many);
    bytes += many;
    out.write(some, from, many);
  }

  /** The ZIP stays open for the next. */
  @Override
  public void close() throws IOException {
    flush();
  }

  long bytes() {
    return bytes;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
