package org.silah.constituents.documents;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.UnusableVariable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * ClamAV's clamd, where {@code SILAH_CLAMD} names one: {@code host:port}, or the path of its socket. It is sent the bytes and
 * answers with the name of what it found; nothing passes that it did not call clean.
 */
@Component
class VirusScan {

  private static final Logger log = LoggerFactory.getLogger(VirusScan.class);
  private static final Pattern PLACE = Pattern.compile("(?<host>[^/:]+|\\[[0-9a-fA-F:]+]):(?<port>[0-9]{1,5})");
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int CONNECTING_MILLIS = 5_000;
  private static final int CHUNK = 32 * 1024;
  private static final int LONGEST_ANSWER = 4096;

  private final @Nullable SocketAddress clamd;

  VirusScan(@Value("${silah.clamd:}") String place) {
    this.clamd = place.isBlank() ? null : address(place.strip());
  }

  /**
   * What was found in the file; nothing if it is clean, or if there is no scanner.
   *
   * @throws NotNow if there is one and it does not answer, or cannot tell
   */
  Optional<String> find(Path file) {
    if (clamd == null) {
      return Optional.empty();
    }
    try {
      var answer = clamd instanceof InetSocketAddress host ? overNetwork(host, file) : overSocket(clamd, file);
      if (answer.endsWith(" FOUND")) {
        return Optional.of(answer.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", ""));
      }
      if (answer.equals("stream: OK")) {
        return Optional.empty();
      }
      throw new IOException("clamd answers " + answer);
    } catch (IOException away) {
      log.error("clamd at {} does not scan", clamd, away);
      throw new NotNow("scanner", away);
    }
  }

  private static String overNetwork(InetSocketAddress host, Path file) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host.getHostString(), host.getPort()), CONNECTING_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(file, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK)));
      return answer(socket.getInputStream());
    }
  }

  private static String overSocket(SocketAddress path, Path file) throws IOException {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(path);
      send(file, new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), CHUNK)));
      return answer(Channels.newInputStream(channel));
    }
  }

  private static void send(Path file, DataOutputStream to) throws IOException {
    to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    var chunk = new byte[CHUNK];
    try (var bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(chunk); read > 0; read = bytes.read(chunk)) {
        to.writeInt(read);
        to.write(chunk, 0, read);
      }
    }
    to.writeInt(0);
    to.flush();
  }

  private static String answer(InputStream from) throws IOException {
    return new String(from.readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).replace("\0", "").strip();
  }

  /** The host is looked up at each scan: what it stands for may change. */
  private static SocketAddress address(String place) {
    if (place.startsWith("/")) {
      return UnixDomainSocketAddress.of(place);
    }
    var named = PLACE.matcher(place);
    if (named.matches() && Integer.parseInt(named.group("port")) <= 65_535) {
      return InetSocketAddress.createUnresolved(named.group("host"), Integer.parseInt(named.group("port")));
    }
    throw new UnusableVariable("SILAH_CLAMD");
  }
}
