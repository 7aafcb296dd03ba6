package org.silah.constituents.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one fact of Exif that a picture needs: which way is up. */
final class Exif {

  static final int UPRIGHT = 1;
  private static final int LAST = 8;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;
  private static final int HEADER = 8;

  private Exif() {}

  /** Upright where nothing readable says otherwise. */
  static int orientation(byte[] exif) {
    if (exif.length < HEADER + 2) {
      return UPRIGHT;
    }
    var tiff = ByteBuffer.wrap(exif).order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < HEADER || directory > exif.length - 2) {
      return UPRIGHT;
    }
    int entries = Math.min(Short.toUnsignedInt(tiff.getShort(directory)), (exif.length - directory - 2) / ENTRY);
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY;
      if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
        int found = tiff.getShort(at + 8);
        return found >= UPRIGHT && found <= LAST ? found : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** A directory with nothing else in it. */
  static byte[] of(int orientation) {
    return ByteBuffer.allocate(HEADER + 2 + ENTRY + 4)
        .put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(HEADER)
        .putShort((short) 1)
        .putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1).putShort((short) orientation).putShort((short) 0)
        .putInt(0)
        .array();
  }
}
