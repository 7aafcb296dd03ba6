package org.silah.constituents.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Speaks clamd's INSTREAM as its manual has it, and finds one virus: the test file that every scanner knows. */
final class LocalClamd implements AutoCloseable {

  /** In two halves, or every scanner would find it in our sources. */
  static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

  private final AutoCloseable listening;
  private final String address;
  private final Thread listener = Thread.ofVirtual().unstarted(this::listen);
  private volatile Line line;
  /** What it says of each file from now on, whatever is in it; null to look. */
  volatile String answer;

  private interface Line {
    void talk() throws IOException;
  }

  private LocalClamd(AutoCloseable listening, String address) {
    this.listening = listening;
    this.address = address;
  }

  static LocalClamd onNetwork() throws IOException {
    var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var clamd = new LocalClamd(server, "127.0.0.1:" + server.getLocalPort());
    clamd.listen(() -> {
      try (var line = server.accept()) {
        line.getOutputStream().write(clamd.scan(new DataInputStream(line.getInputStream())));
      }
    });
    return clamd;
  }

  static LocalClamd onSocket(Path path) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    var clamd = new LocalClamd(server, path.toString());
    clamd.listen(() -> {
      try (var line = server.accept()) {
        Channels.newOutputStream(line).write(clamd.scan(new DataInputStream(Channels.newInputStream(line))));
      }
    });
    return clamd;
  }

  String address() {
    return address;
  }

  private void listen(Line line) {
    this.line = line;
    listener.start();
  }

  private void listen() {
    try {
      while (true) {
        line.talk();
      }
    } catch (IOException closed) {
      // nobody calls any more
    }
  }

  private byte[] scan(DataInputStream from) throws IOException {
    var command = new String(from.readNBytes(10), StandardCharsets.US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      return "UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII);
    }
    var file = new ByteArrayOutputStream();
    for (int length = from.readInt(); length != 0; length = from.readInt()) {
      file.write(from.readNBytes(length));
    }
    var found = file.toString(StandardCharsets.ISO_8859_1).contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    return ((answer == null ? found : answer) + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /** Whoever calls after this is not heard: until the listener has ended, the system would still take calls for it. */
  @Override
  public void close() throws Exception {
    listening.close();
    listener.join();
  }
}
