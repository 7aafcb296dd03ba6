package org.silah.constituents.documents;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** A WebP is a RIFF of chunks; those of the picture are kept, and which way is up. */
final class Webp {

  private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final int LARGEST_EXIF = 1 << 16;
  private static final int LENGTH_AT = 4;
  private static final int FLAGS_AT = 20;
  private static final int CANVAS = 10;
  private static final int HAS_EXIF = 0x08;
  private static final int HAS_XMP = 0x04;

  private final PictureReader from;
  private final OutputStream to;
  private final long most;
  private int width;
  private int height;
  private int flags = -1;
  private int orientation = Exif.UPRIGHT;

  private Webp(PictureReader from, OutputStream to, long most) {
    this.from = from;
    this.to = to;
    this.most = most;
  }

  static Picture strip(Path file, Path clean, long most) throws IOException {
    Webp webp;
    try (var from = new PictureReader(file); var to = new BufferedOutputStream(Files.newOutputStream(clean))) {
      webp = new Webp(from, to, most);
      webp.copy();
    } catch (EOFException tooShort) {
      throw new FileRefused("damaged");
    }
    webp.amend(clean);
    return new Picture(webp.width, webp.height, webp.orientation, true);
  }

  private void copy() throws IOException {
    var head = from.read(12);
    to.write(head);
    long left = Integer.toUnsignedLong(little(head).getInt(LENGTH_AT)) - 4;
    while (left >= 8) {
      var chunk = from.read(8);
      long length = Integer.toUnsignedLong(little(chunk).getInt(4));
      chunk(new String(chunk, 0, 4, StandardCharsets.ISO_8859_1), chunk, length);
      left -= 8 + length + (length & 1);
    }
    if (width == 0) {
      throw new FileRefused("damaged");
    }
    if (turned()) {
      var exif = Exif.of(orientation);
      to.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(exif.length).array());
      to.write(exif);
    }
  }

  private void chunk(String type, byte[] head, long length) throws IOException {
    long padded = length + (length & 1);
    if (type.equals("EXIF") && length <= LARGEST_EXIF) {
      orientation = exif(from.read((int) padded));
    } else if (KEPT.contains(type)) {
      var start = from.read((int) Math.min(padded, CANVAS));
      measure(type, start);
      to.write(head);
      to.write(start);
      from.copy(padded - start.length, to);
    } else {
      from.skip(padded);
    }
  }

  /** Some programs begin it as a JPEG does. */
  private static int exif(byte[] body) {
    boolean named = body.length > 6 && body[0] == 'E' && body[1] == 'x';
    return Exif.orientation(named ? Arrays.copyOfRange(body, 6, body.length) : body);
  }

  private void measure(String type, byte[] start) {
    if (type.equals("VP8X") && start.length == CANVAS && width == 0) {
      flags = start[0] & 0xFF;
      size(1 + (little(start).getInt(4) & 0xFFFFFF), 1 + (little(start).getInt(6) >>> 8));
    } else if (type.equals("VP8 ") && start.length == CANVAS) {
      size(little(start).getShort(6) & 0x3FFF, little(start).getShort(8) & 0x3FFF);
    } else if (type.equals("VP8L") && start.length >= 5) {
      int bits = little(start).getInt(1);
      size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
    } else if (width == 0) {
      throw new FileRefused("damaged");
    }
  }

  private void size(int width, int height) {
    Picture.within(width, height, most);
    this.width = width;
    this.height = height;
  }

  /** Only a picture with a canvas can say which way is up. */
  private boolean turned() {
    return orientation != Exif.UPRIGHT && flags >= 0;
  }

  /** What its beginning says of the rest is known at the end. */
  private void amend(Path clean) throws IOException {
    try (var file = new RandomAccessFile(clean.toFile(), "rw")) {
      file.seek(LENGTH_AT);
      file.writeInt(Integer.reverseBytes((int) file.length() - 8));
      if (flags >= 0) {
        file.seek(FLAGS_AT);
        file.writeByte(flags & ~(HAS_EXIF | HAS_XMP) | (turned() ? HAS_EXIF : 0));
      }
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
