package org.silah.kernel;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 in and out, whatever the terminal's own encoding. Only a line feed ends a line, for everybody downstream
 * counts those. What was printed is sent on before waiting for more to come. The streams stay open.
 */
final class Lines implements Closeable {

  /** In characters; of a longer line the rest is not kept. */
  static final int LONGEST = 10_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;
  private final PrintStream target;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from;
  private int to;
  private boolean first = true;

  Lines(InputStream in, PrintStream target) {
    this.in = in;
    this.target = target;
    this.out = new BufferedOutputStream(target, 1 << 16);
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    line.reset();
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.clamp(4L * LONGEST + 4 - line.size(), 0, end - from));
      from = end + 1;
      if (end < to) {
        return text();
      }
    }
    return any ? text() : null;
  }

  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  private boolean fill() throws IOException {
    if (in.available() == 0) {
      out.flush();
    }
    from = 0;
    to = in.read(buffer);
    return to > 0;
  }

  private String text() {
    var text = line.toString(StandardCharsets.UTF_8);
    if (first && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    first = false;
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    out.flush();
    target.flush();
  }
}
