package org.silah.constituents.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG is a row of chunks; those that a decoder needs are kept, and which way is up. */
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final Set<String> KEPT = Set.of(
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "pHYs", "bKGD", "iCCP", "acTL", "fcTL", "fdAT");
  private static final int LARGEST_EXIF = 1 << 16;
  private static final int HEADER = 13;

  private Png() {}

  static Picture strip(PictureReader from, OutputStream to, long most) throws IOException {
    if (!java.util.Arrays.equals(from.read(SIGNATURE.length), SIGNATURE)) {
      throw new FileRefused("damaged");
    }
    to.write(SIGNATURE);
    int width = 0;
    int height = 0;
    int orientation = Exif.UPRIGHT;
    boolean pictured = false;
    for (var type = ""; !type.equals("IEND");) {
      int length = from.four();
      type = new String(from.read(4), StandardCharsets.ISO_8859_1);
      if (length < 0 || width == 0 && !(type.equals("IHDR") && length == HEADER)) {
        throw new FileRefused("damaged");
      }
      if (width == 0) {
        var header = from.read(HEADER);
        from.skip(4);
        width = ByteBuffer.wrap(header).getInt();
        height = ByteBuffer.wrap(header).getInt(4);
        Picture.within(width, height, most);
        write("IHDR", header, to);
      } else if (type.equals("eXIf") && length <= LARGEST_EXIF) {
        orientation = Exif.orientation(from.read(length));
        from.skip(4);
        if (orientation != Exif.UPRIGHT) {
          write("eXIf", Exif.of(orientation), to);
        }
      } else if (KEPT.contains(type)) {
        pictured |= type.equals("IDAT");
        to.write(ByteBuffer.allocate(8).putInt(length).put(type.getBytes(StandardCharsets.ISO_8859_1)).array());
        from.copy(length + 4L, to);
      } else {
        from.skip(length + 4L);
      }
    }
    if (!pictured) {
      throw new FileRefused("damaged");
    }
    return new Picture(width, height, orientation, false);
  }

  private static void write(String type, byte[] body, OutputStream to) throws IOException {
    var name = type.getBytes(StandardCharsets.ISO_8859_1);
    var sum = new CRC32();
    sum.update(name);
    sum.update(body);
    to.write(ByteBuffer.allocate(12 + body.length).putInt(body.length).put(name).put(body).putInt((int) sum.getValue()).array());
  }
}
