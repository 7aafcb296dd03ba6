package org.silah.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** A request of the API with its body read, so that it can be looked at twice. */
final class WholeRequest extends HttpServletRequestWrapper {

  /** A megabyte: some thousand times what a gift needs. */
  static final int LARGEST = 1 << 20;

  private final byte[] body;

  private WholeRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** Nothing if the body is larger than we accept; then no more than that was read. */
  static Optional<WholeRequest> read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      return Optional.empty();
    }
    var body = request.getInputStream().readNBytes(LARGEST + 1);
    return body.length > LARGEST ? Optional.empty() : Optional.of(new WholeRequest(request, body));
  }

  /** Over all that says what is asked for. */
  byte[] hash() {
    var digest = Sha256.digest();
    for (var part : new String[] {getMethod(), getRequestURI(), Objects.requireNonNullElse(getQueryString(), "")}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest(body);
  }

  @Override
  public ServletInputStream getInputStream() {
    var bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
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
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int from, int length) {
        return bytes.read(into, from, length);
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    var charset = getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }
}
