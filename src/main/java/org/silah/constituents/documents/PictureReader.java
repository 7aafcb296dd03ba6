package org.silah.constituents.documents;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file from its start to its end, piece by piece. What ends too early is an {@link EOFException}. */
final class PictureReader implements Closeable {

  private final DataInputStream bytes;
  private final byte[] buffer = new byte[16 * 1024];

  PictureReader(Path file) throws IOException {
    bytes = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 * 1024));
  }

  int next() throws IOException {
    return bytes.readUnsignedByte();
  }

  int two() throws IOException {
    return bytes.readUnsignedShort();
  }

  /** Big end first. */
  int four() throws IOException {
    return bytes.readInt();
  }

  byte[] read(int length) throws IOException {
    var read = bytes.readNBytes(length);
    if (read.length < length) {
      throw new EOFException();
    }
    return read;
  }

  void copy(long length, OutputStream to) throws IOException {
    for (long left = length; left > 0;) {
      int read = bytes.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  void skip(long length) throws IOException {
    bytes.skipNBytes(length);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
