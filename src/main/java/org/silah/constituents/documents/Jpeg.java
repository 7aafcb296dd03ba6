package org.silah.constituents.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A JPEG is a row of segments; those that describe the picture instead of being it are left out. */
final class Jpeg {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;
  /** Without the thumbnail that it may bring. */
  private static final int PLAIN_JFIF = 14;

  private final PictureReader from;
  private final OutputStream to;
  private final long most;
  private int width;
  private int height;
  private boolean progressive;
  private boolean scanned;
  private int orientation = Exif.UPRIGHT;
  private boolean turned;

  private Jpeg(PictureReader from, OutputStream to, long most) {
    this.from = from;
    this.to = to;
    this.most = most;
  }

  static Picture strip(PictureReader from, OutputStream to, long most) throws IOException {
    return new Jpeg(from, to, most).strip();
  }

  private Picture strip() throws IOException {
    if (from.next() != 0xFF || from.next() != START) {
      throw new FileRefused("damaged");
    }
    marker(START);
    int marker = nextMarker();
    while (marker != END) {
      if (marker == SCAN) {
        marker = scan();
      } else {
        segment(marker);
        marker = nextMarker();
      }
    }
    if (width == 0 || !scanned) {
      throw new FileRefused("damaged");
    }
    marker(END);
    return new Picture(width, height, orientation, progressive);
  }

  private int nextMarker() throws IOException {
    if (from.next() != 0xFF) {
      throw new FileRefused("damaged");
    }
    int marker = from.next();
    while (marker == 0xFF) {
      marker = from.next();
    }
    return marker;
  }

  private void segment(int marker) throws IOException {
    int length = from.two() - 2;
    if (length < 0) {
      throw new FileRefused("damaged");
    }
    var body = from.read(length);
    if (marker >= APP0 && marker <= APP15) {
      application(marker, body);
    } else if (marker != COMMENT) {
      if (isFrame(marker)) {
        frame(marker, body);
      }
      turn();
      segment(marker, body);
    }
  }

  private void application(int marker, byte[] body) throws IOException {
    if (marker == APP0 && starts(body, "JFIF\0") && body.length >= PLAIN_JFIF) {
      var plain = Arrays.copyOf(body, PLAIN_JFIF);
      plain[12] = 0;
      plain[13] = 0;
      segment(marker, plain);
    } else if (marker == APP1 && starts(body, "Exif\0\0")) {
      orientation = Exif.orientation(Arrays.copyOfRange(body, 6, body.length));
    } else if (marker == APP2 && starts(body, "ICC_PROFILE\0") || marker == APP14 && starts(body, "Adobe")) {
      segment(marker, body); // without them the colours would change
    }
  }

  /** Stands before the tables of the picture, as Exif must. */
  private void turn() throws IOException {
    if (!turned && orientation != Exif.UPRIGHT) {
      var exif = Exif.of(orientation);
      var body = Arrays.copyOf("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), 6 + exif.length);
      System.arraycopy(exif, 0, body, 6, exif.length);
      segment(APP1, body);
    }
    turned = true;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void frame(int marker, byte[] body) {
    if (body.length < 5) {
      throw new FileRefused("damaged");
    }
    height = (body[1] & 0xFF) << 8 | body[2] & 0xFF;
    width = (body[3] & 0xFF) << 8 | body[4] & 0xFF;
    progressive = (marker & 3) == 2;
    Picture.within(width, height, most);
  }

  /** Copies what was scanned up to the marker behind it, which it returns. */
  private int scan() throws IOException {
    turn();
    int length = from.two() - 2;
    if (length < 0) {
      throw new FileRefused("damaged");
    }
    segment(SCAN, from.read(length));
    scanned = true;
    while (true) {
      int one = from.next();
      if (one != 0xFF) {
        to.write(one);
        continue;
      }
      int marker = from.next();
      while (marker == 0xFF) {
        marker = from.next();
      }
      if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
        return marker;
      }
      marker(marker);
    }
  }

  private void marker(int marker) throws IOException {
    to.write(0xFF);
    to.write(marker);
  }

  private void segment(int marker, byte[] body) throws IOException {
    marker(marker);
    int length = body.length + 2;
    to.write(length >> 8);
    to.write(length);
    to.write(body);
  }

  private static boolean starts(byte[] body, String word) {
    return body.length >= word.length() && new String(body, 0, word.length(), StandardCharsets.ISO_8859_1).equals(word);
  }
}
