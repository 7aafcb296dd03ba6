package org.silah.constituents.imports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every byte of a file while it is uploaded: what it is by its content (never by its name), whether it is too large,
 * whether it is text at all, and what speaks for one encoding or another. It refuses as soon as it can.
 */
final class Scan {

  /** Enough rows to see a pattern in. */
  private static final int HEAD = 128 * 1024;
  private static final int EVIDENCE = 64 * 1024;

  private final Limits limits;
  private final long announced;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final ByteArrayOutputStream evidence = new ByteArrayOutputStream();
  private final CharBuffer decoded = CharBuffer.allocate(1 << 16);
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
  private byte[] rest = {};
  private boolean validUtf8 = true;
  private @Nullable FileFormat format;
  private @Nullable Charset marked;
  private long bytes;

  /** @param announced size of the file as its sender says, -1 if it does not */
  Scan(Limits limits, long announced) {
    this.limits = limits;
    this.announced = announced;
  }

  /** @throws ImportRefused if this part shows that the file is not for us */
  void add(byte[] part) {
    if (format == null) {
      begin(part);
    }
    bytes += part.length;
    refuseBeyond(limits.of(format()).toBytes(), bytes);
    if (format == FileFormat.CSV) {
      look(part);
    }
  }

  private void begin(byte[] part) {
    format = MagicBytes.format(part);
    marked = Encoding.marked(part).orElse(null);
    refuseBeyond(limits.of(format()).toBytes(), announced);
  }

  private void refuseBeyond(long limit, long size) {
    if (size > limit) {
      throw new ImportRefused("too-large", limit >> 20);
    }
  }

  private void look(byte[] part) {
    if (!isUtf16() && contains(part, 0, part.length, 0)) {
      throw new ImportRefused("binary");
    }
    if (head.size() < HEAD) {
      head.write(part, 0, Math.min(part.length, HEAD - head.size()));
    }
    if (!isUtf16()) {
      gather(part);
      decode(part);
    }
  }

  private boolean isUtf16() {
    return marked != null && marked != StandardCharsets.UTF_8;
  }

  /** Keeps whole lines that are more than ASCII. */
  private void gather(byte[] part) {
    for (int from = 0; from < part.length && evidence.size() < EVIDENCE;) {
      int to = from;
      boolean telling = false;
      while (to < part.length && part[to] != '\n') {
        telling |= part[to++] < 0;
      }
      if (telling) {
        evidence.write(part, from, Math.min(to - from, EVIDENCE));
        evidence.write('\n');
      }
      from = to + 1;
    }
  }

  private void decode(byte[] part) {
    if (!validUtf8) {
      return;
    }
    var in = ByteBuffer.allocate(rest.length + part.length).put(rest).put(part).flip();
    while (true) {
      decoded.clear();
      var result = utf8.decode(in, decoded, false);
      if (result.isError()) {
        validUtf8 = false;
        return;
      }
      if (result.isUnderflow()) {
        rest = new byte[in.remaining()];
        in.get(rest);
        return;
      }
    }
  }

  private static boolean contains(byte[] part, int from, int to, int wanted) {
    for (int i = from; i < to; i++) {
      if (part[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  FileFormat format() {
    if (format == null) {
      throw new ImportRefused("empty");
    }
    return format;
  }

  long bytes() {
    return bytes;
  }

  /** The beginning of the file. */
  byte[] head() {
    return head.toByteArray();
  }

  /** How the text is encoded, after the last part. */
  Encoding encoding() {
    boolean whole = validUtf8 && rest.length == 0;
    if (marked == StandardCharsets.UTF_8 && !whole) {
      throw new ImportRefused("damaged");
    }
    if (marked != null) {
      return new Encoding(marked, true);
    }
    if (whole) {
      return new Encoding(StandardCharsets.UTF_8, true);
    }
    return Encoding.ofOneByte(evidence.toByteArray());
  }
}
