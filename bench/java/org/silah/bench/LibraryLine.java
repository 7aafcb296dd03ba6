package org.silah.bench;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;
import org.silah.dialogue.Sink;

/** SMTP as the mail library speaks it, with nothing around it, over a socket that sends at once. */
final class LibraryLine implements Line {

  private final Session session;
  private final Transport transport;

  LibraryLine(int port) throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.socketFactory", new Prompt());
    session = Session.getInstance(properties);
    transport = session.getTransport("smtp");
    transport.connect("127.0.0.1", port, null, null);
  }

  @Override
  public void hand(Sink.Received mail) throws Exception {
    var message = new MimeMessage(session, new ByteArrayInputStream(mail.content()));
    transport.sendMessage(message, new InternetAddress[] {new InternetAddress(mail.to().getFirst())});
  }

  @Override
  public void close() throws Exception {
    transport.close();
  }

  private static final class Prompt extends SocketFactory {

    @Override
    public Socket createSocket() throws java.io.IOException {
      var socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
