package org.silah.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Objects;
import java.util.Optional;

/** A request of the API with its body read, so that it can be looked at twice: in memory, or on the disk where files come in. */
final class WholeRequest extends HttpServletRequestWrapper {

  /** A megabyte: some thousand times what a gift needs. */
  static final int LARGEST = 1 << 20;

  private final Body body;

  private sealed interface Body {

    record InMemory(byte[] bytes) implements Body {}

    record OnDisk(Path file) implements Body {}

    default InputStream open() throws IOException {
      return switch (this) {
        case InMemory(var bytes) -> new ByteArrayInputStream(bytes);
        case OnDisk(var file) -> new BufferedInputStream(Files.newInputStream(file));
      };
    }
  }

  private WholeRequest(HttpServletRequest request, Body body) {
    super(request);
    this.body = body;
  }

  /** Nothing if the body is larger than we accept; then no more than that was read. */
  static Optional<WholeRequest> read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      return Optional.empty();
    }
    var body = request.getInputStream().readNBytes(LARGEST + 1);
    return body.length > LARGEST ? Optional.empty() : Optional.of(new WholeRequest(request, new Body.InMemory(body)));
  }

  /** The same by way of the disk; whoever asks calls {@link #discard} in the end. */
  static Optional<WholeRequest> readFile(HttpServletRequest request, long largest) throws IOException {
    if (request.getContentLengthLong() > largest) {
      return Optional.empty();
    }
    var file = Files.createTempFile("silah-request", ".body");
    var whole = new WholeRequest(request, new Body.OnDisk(file));
    boolean fits = false;
    try (var to = Files.newOutputStream(file)) {
      fits = copy(request.getInputStream(), to, largest);
    } finally {
      if (!fits) {
        whole.discard();
      }
    }
    return fits ? Optional.of(whole) : Optional.empty();
  }

  private static boolean copy(InputStream from, OutputStream to, long largest) throws IOException {
    var buffer = new byte[32 * 1024];
    long length = 0;
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      length += read;
      if (length > largest) {
        return false;
      }
      to.write(buffer, 0, read);
    }
    return true;
  }

  void discard() throws IOException {
    if (body instanceof Body.OnDisk(var file)) {
      Files.deleteIfExists(file);
    }
  }

  /** Over all that says what is asked for. */
  byte[] hash() {
    var digest = Sha256.digest();
    for (var part : new String[] {getMethod(), getRequestURI(), Objects.requireNonNullElse(getQueryString(), "")}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    try (var bytes = new DigestInputStream(body.open(), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.digest();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    var bytes = body.open();
    return new ServletInputStream() {
      private boolean finished;

      @Override
      public boolean isFinished() {
        return finished;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("the body is all here");
      }

      @Override
      public int read() throws IOException {
        return seen(bytes.read());
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return seen(bytes.read(into, from, length));
      }

      private int seen(int read) {
        finished |= read < 0;
        return read;
      }

      @Override
      public void close() throws IOException {
        bytes.close();
      }
    };
  }

  @Override
  public BufferedReader getReader() throws IOException {
    var charset = getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }
}
