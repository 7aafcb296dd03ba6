package org.silah.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.silah.dialogue.Sink;

/** SMTP with nothing around it: the floor of sending. Each command waits for its answer, and nothing waits for Nagle. */
final class BareLine implements Line {

  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  BareLine(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    expect('2');
    say("EHLO bench", '2');
  }

  @Override
  public void hand(Sink.Received mail) throws IOException {
    say("MAIL FROM:<" + mail.from() + ">", '2');
    say("RCPT TO:<" + mail.to().getFirst() + ">", '2');
    say("DATA", '3');
    var text = new ByteArrayOutputStream(mail.content().length + 16);
    text.writeBytes(new String(mail.content(), StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..").getBytes(StandardCharsets.ISO_8859_1));
    text.writeBytes("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
    text.writeTo(out);
    expect('2');
  }

  private void say(String command, char answer) throws IOException {
    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    expect(answer);
  }

  private void expect(char first) throws IOException {
    var line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    if (line == null || line.charAt(0) != first) {
      throw new IOException("the server said " + line);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
